import {
  getVariableValues,
  GraphQLError,
  isScalarType,
  valueFromASTUntyped,
  type GraphQLScalarType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
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
  return { errors: reading.errors.map(toInputError) };
}

const NO_VARIABLES: VariableReading = { values: {} };

/** Marks an error about a value that does not fit its type. */
function toInputError(error: GraphQLError): GraphQLError {
  const { nodes, message, originalError } = error;
  const details = originalError instanceof GraphQLError ? originalError.extensions : error.extensions;
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { ...details, code: 'BAD_USER_INPUT' } });
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
