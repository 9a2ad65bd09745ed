import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../limits.ts';
import type { Variables } from './contract.ts';
import { limitError } from './limit-error.ts';
import type { Fragments } from './selections.ts';

/** How many objects an answer may hold at most, and what is wrong with the page sizes asked for. */
export interface Cost {
  readonly requested: number;
  readonly errors: readonly GraphQLError[];
}

/** Works out the cost of an operation with the variables of one request, defaults filled in. */
export type CostOf = (variables: Variables) => Cost;

/** What the costs of one operation are compiled with. */
interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly limits: Limits;
  /** Whether any page size is a variable. */
  varies: boolean;
}

/** Adds up the objects below one place; finds page sizes that are too big. */
type Count = (variables: Variables, errors: GraphQLError[]) => number;

/**
 * Makes the function that counts: every object once, those of a list as often as its page size (`first`, `last`) says.
 * The page size of a field that is no list itself (a connection) is that of the lists directly under it.
 */
export function compileCost(
  { schema, limits }: Pick<Costing, 'schema' | 'limits'>,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): CostOf {
  const root = schema.getRootType(operation.operation);
  const costing: Costing = { schema, fragments, limits, varies: false };
  const count = root == null ? none : compileSets([operation.selectionSet], root.name, null, costing);
  const costOf = (variables: Variables): Cost => {
    const errors: GraphQLError[] = [];
    const requested = count(variables, errors);
    if (requested > limits.cost) errors.push(tooCostly(limits.cost, requested));
    return { requested, errors };
  };
  if (costing.varies) return costOf;
  const constant = costOf({});
  return () => constant;
}

function tooCostly(maximum: number, actual: number): GraphQLError {
  return limitError({ limit: 'cost', maximum, actual, what: 'objects in the answer, list sizes counted' });
}

const none: Count = () => 0;

/** One response key of one type, with all that is selected under it. */
interface Costed {
  readonly type: string;
  readonly field: FieldNode;
  readonly sets: SelectionSetNode[];
}

function compileSets(
  sets: readonly SelectionSetNode[],
  typename: string,
  size: SizeOf | null,
  costing: Costing,
): Count {
  const found = new Map<string, Costed>();
  for (const set of sets) collect(set, typename, costing.fragments, { found, seen: new Set() });
  const counts = [...found.values()]
    .map((costed) => compileField(costed, size, costing))
    .filter((count) => count !== none);
  if (counts.length === 0) return none;
  return (variables, errors) => {
    let sum = 0;
    for (const count of counts) sum += count(variables, errors);
    return sum;
  };
}

interface Collected {
  readonly found: Map<string, Costed>;
  readonly seen: Set<string>;
}

function collect(set: SelectionSetNode, type: string, fragments: Fragments, into: Collected): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.selectionSet === undefined || selection.name.value.startsWith('__')) continue;
      const key = `${type}.${selection.alias?.value ?? selection.name.value}`;
      const known = into.found.get(key);
      if (known === undefined) into.found.set(key, { type, field: selection, sets: [selection.selectionSet] });
      else known.sets.push(selection.selectionSet);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, selection.typeCondition?.name.value ?? type, fragments, into);
    } else {
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || into.seen.has(selection.name.value)) continue;
      into.seen.add(selection.name.value);
      collect(fragment.selectionSet, fragment.typeCondition.name.value, fragments, into);
    }
  }
}

function compileField({ type, field, sets }: Costed, inherited: SizeOf | null, costing: Costing): Count {
  const parent = costing.schema.getType(type);
  if (!isObjectType(parent) && !isInterfaceType(parent)) return none;
  const definition = parent.getFields()[field.name.value];
  if (definition === undefined || !isCompositeType(getNamedType(definition.type))) return none;
  const own = compileSize(`${type}.${definition.name}`, field, definition, costing);
  const isList = isListType(getNullableType(definition.type));
  const inside = compileSets(sets, getNamedType(definition.type).name, isList ? null : own, costing);
  const { assumedListSize } = costing.limits;
  const size = own ?? inherited;
  if (!isList) return (variables, errors) => (own?.(variables, errors), 1 + inside(variables, errors));
  return (variables, errors) =>
    (size?.(variables, own === null ? [] : errors) ?? assumedListSize) * (1 + inside(variables, errors));
}

/** The page size that a request asks for; null when it names none. Tells of one that is too big. */
type SizeOf = (variables: Variables, errors: GraphQLError[]) => number | null;

const SIZES = ['first', 'last'];

function compileSize(
  coordinate: string,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  costing: Costing,
): SizeOf | null {
  const given = definition.args
    .filter(
      ({ name, type }) =>
        SIZES.includes(name) && getNamedType(type).name === 'Int' && !isListType(getNullableType(type)),
    )
    .map(({ name, defaultValue }) => {
      const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
      return compileInt(value, typeof defaultValue === 'number' ? defaultValue : null, costing);
    });
  if (given.length === 0) return null;
  const maximum = costing.limits.pageSizes[coordinate] ?? costing.limits.pageSize;
  return (variables, errors) => {
    let size: number | null = null;
    for (const read of given) size = read(variables) ?? size;
    if (size !== null && size > maximum) {
      errors.push(
        limitError({ limit: 'pageSize', maximum, actual: size, what: `elements of ${coordinate}`, node: field }),
      );
    }
    return size === null ? null : Math.max(0, size);
  };
}

function compileInt(
  value: ValueNode | undefined,
  fallback: number | null,
  costing: Costing,
): (variables: Variables) => number | null {
  if (value?.kind === Kind.INT) {
    const literal = Number(value.value);
    return () => literal;
  }
  if (value?.kind !== Kind.VARIABLE) return () => (value === undefined ? fallback : null);
  costing.varies = true;
  const name = value.name.value;
  return (variables) => {
    const given = variables[name];
    if (given === undefined) return fallback;
    return typeof given === 'number' ? given : null;
  };
}
