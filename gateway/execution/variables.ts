import {
  coerceInputValue,
  getVariableValues,
  GraphQLError,
  isNonNullType,
  isScalarType,
  isInputType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLScalarType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { withoutValues } from '../../core/input-message.ts';
import type { Variables } from './contract.ts';
import { unstorable, unstorableAt } from './storable-text.ts';

/** Variables that fit the operation, defaults filled in, or what is wrong with them. */
export type VariableReading = { readonly values: Variables } | { readonly errors: readonly GraphQLError[] };

/** How many mistakes in one request's variables are told. */
const TOLD_MISTAKES = 20;

/** Checks an operation's variables against the schema that clients see. */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables | undefined,
): VariableReading {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return NO_VARIABLES;
  const reading = getVariableValues(schema, definitions, given ?? {}, { maxErrors: TOLD_MISTAKES });
  if (reading.errors === undefined) {
    const place = unstorableAt(reading.coerced);
    return place === null ? { values: reading.coerced } : { errors: [unstorable(`$${place}`)] };
  }
  return { errors: definitions.flatMap((one) => mistakesOf(schema, one, given ?? {})).slice(0, TOLD_MISTAKES) };
}

const NO_VARIABLES: VariableReading = { values: {} };

/**
 * What is wrong with one variable: where in it, and what was expected. The values themselves are never told, since they
 * may be personal, and messages end up in logs.
 */
function mistakesOf(schema: GraphQLSchema, definition: VariableDefinitionNode, given: Variables): GraphQLError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  const told = (message: string): GraphQLError =>
    new GraphQLError(message, { nodes: definition, extensions: { code: 'BAD_USER_INPUT' } });
  if (!Object.hasOwn(given, name)) {
    const isLacking = isNonNullType(type) && definition.defaultValue === undefined;
    return isLacking ? [told(`Variable "$${name}" of required type "${String(type)}" was not provided.`)] : [];
  }
  const mistakes: GraphQLError[] = [];
  coerceInputValue(given[name], type, (path, _value, error) => {
    const place = path.reduce<string>(
      (text, key) => `${text}${typeof key === 'number' ? `[${key}]` : `.${key}`}`,
      name,
    );
    mistakes.push(told(`Variable "$${name}" got an invalid value at "${place}". ${withoutValues(error.message)}`));
  });
  return mistakes;
}

/**
 * Lets scalars of the schema refuse wrong input. The values travel on as they came: each subgraph reads them by itself.
 *
 * @param schema - changed in place: its scalars have no code of their own, having been read from text
 */
export function checkInputWith(schema: GraphQLSchema, scalars: Readonly<Record<string, GraphQLScalarType>>): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = (value) => {
      scalar.parseValue(value);
      return value;
    };
    type.parseLiteral = (node, variables) => {
      scalar.parseLiteral(node, variables);
      return valueFromASTUntyped(node, variables);
    };
  }
}
