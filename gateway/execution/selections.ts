import { Kind, type DirectiveNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Variables } from './contract.ts';

/** The fragments of a document by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** One response key of an object, with all that is selected under it. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly node: FieldNode;
  readonly sets: SelectionSetNode[];
}

/** Which selections count. */
export interface Collecting {
  readonly fragments: Fragments;
  /** Whether a type condition holds. */
  fits(condition: string): boolean;
  /** Null: everything counts that is not switched off by a literal. */
  readonly variables: Variables | null;
}

/** Collects the fields of an object in the order of the answer, fragments expanded. */
export function collectFields(sets: readonly SelectionSetNode[], collecting: Collecting): SelectedField[] {
  const fields = new Map<string, SelectedField>();
  const seen = new Set<string>();
  for (const set of sets) collect(set, collecting, fields, seen);
  return [...fields.values()];
}

function collect(
  set: SelectionSetNode,
  collecting: Collecting,
  fields: Map<string, SelectedField>,
  seen: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isOn(selection.directives, collecting.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      let field = fields.get(key);
      if (field === undefined)
        fields.set(key, (field = { key, name: selection.name.value, node: selection, sets: [] }));
      if (selection.selectionSet) field.sets.push(selection.selectionSet);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (condition === undefined || collecting.fits(condition))
        collect(selection.selectionSet, collecting, fields, seen);
    } else {
      const fragment = collecting.fragments.get(selection.name.value);
      if (fragment === undefined || seen.has(selection.name.value)) continue;
      if (!collecting.fits(fragment.typeCondition.name.value)) continue;
      seen.add(selection.name.value);
      collect(fragment.selectionSet, collecting, fields, seen);
    }
  }
}

/** Whether `@skip` and `@include` let a selection stand. */
function isOn(directives: readonly DirectiveNode[] | undefined, variables: Variables | null): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    const value = directive.arguments?.[0]?.value;
    if ((name !== 'skip' && name !== 'include') || value === undefined) continue;
    if (value.kind === Kind.VARIABLE && variables === null) continue;
    const isTrue =
      value.kind === Kind.VARIABLE
        ? variables?.[value.name.value] === true
        : value.kind === Kind.BOOLEAN && value.value;
    if (isTrue === (name === 'skip')) return false;
  }
  return true;
}

/** The variables that `@skip` and `@include` of a document look at. */
export function conditionVariables(sets: Iterable<SelectionSetNode>): string[] {
  const names = new Set<string>();
  const scan = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? []) {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') continue;
        const value = directive.arguments?.[0]?.value;
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined) scan(selection.selectionSet);
    }
  };
  for (const set of sets) scan(set);
  return [...names];
}
