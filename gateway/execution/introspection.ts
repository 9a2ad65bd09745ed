import {
  execute,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isPromise, type JsonObject } from './json.ts';
import type { Run } from './run.ts';
import type { Fragments } from './selections.ts';

/** An operation in two: what the gateway answers from its own schema, and what subgraphs answer. */
export interface SplitOperation {
  readonly local: OperationDefinitionNode | null;
  /** Null when nothing is left but the root's `__typename`. */
  readonly remote: OperationDefinitionNode | null;
}

/** Takes introspection out of an operation, wherever fragments hide it. */
export function splitIntrospection(operation: OperationDefinitionNode, fragments: Fragments): SplitOperation {
  const halves = split(operation.selectionSet, fragments);
  const asksSubgraphs = halves.remote.some(asksMoreThanTypename);
  if (halves.local.length === 0) return { local: null, remote: asksSubgraphs ? operation : null };
  const withSelections = (selections: SelectionNode[]) => ({ ...operation, selectionSet: setOf(selections) });
  return { local: withSelections(halves.local), remote: asksSubgraphs ? withSelections(halves.remote) : null };
}

/** Makes the function that answers introspection; the answer is kept when it depends on nothing. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): (run: Run) => void {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const local: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const isConstant = !operation.variableDefinitions?.length;
  let kept: JsonObject | null = null;
  return (run) => {
    if (kept !== null) {
      run.local = kept;
      return;
    }
    const result = execute({ schema, document: local, variableValues: run.variables });
    if (isPromise(result)) throw new Error('Introspection answered later.');
    run.local = result.data ?? {};
    run.errors.push(...(result.errors ?? []));
    if (isConstant && !result.errors) kept = run.local;
  };
}

interface Halves {
  readonly local: SelectionNode[];
  readonly remote: SelectionNode[];
}

function split(set: SelectionSetNode, fragments: Fragments): Halves {
  const halves: Halves = { local: [], remote: [] };
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const isLocal = selection.name.value === '__schema' || selection.name.value === '__type';
      halves[isLocal ? 'local' : 'remote'].push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) continue;
    const inside = split(fragment.selectionSet, fragments);
    if (inside.local.length === 0) {
      halves.remote.push(selection);
      continue;
    }
    const wrap = (selections: SelectionNode[]): SelectionNode => ({
      kind: Kind.INLINE_FRAGMENT,
      ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
      directives: selection.directives ?? [],
      selectionSet: setOf(selections),
    });
    halves.local.push(wrap(inside.local));
    if (inside.remote.length > 0) halves.remote.push(wrap(inside.remote));
  }
  return halves;
}

function asksMoreThanTypename(selection: SelectionNode): boolean {
  if (selection.kind === Kind.FIELD) return selection.name.value !== '__typename';
  return selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet.selections.some(asksMoreThanTypename);
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
