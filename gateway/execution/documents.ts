import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { withoutValues } from '../../core/input-message.ts';
import { Fault, type FaultCode } from '../../core/fault.ts';
import type { Limits } from '../limits.ts';
import { limitError } from './limit-error.ts';
import { measure, overSize } from './size.ts';
import { StorableTextRule } from './storable-text.ts';

/** A document and the operation of it that is to run, or the reasons why none is. */
export type DocumentReading =
  | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }
  | { readonly errors: readonly GraphQLError[] };

/** What GraphQL asks of a document, and that its texts can be stored. */
const RULES = [...specifiedRules, StorableTextRule];

/** How many mistakes of one document are told. */
const TOLD_MISTAKES = 20;

/**
 * Parses a text, chooses its operation, and checks it: the limits first, because validation of a huge document is what
 * they are to spare the gateway.
 */
export function readDocument(
  schema: GraphQLSchema,
  limits: Limits,
  text: string,
  operationName: string | null,
): DocumentReading {
  try {
    return readChecked(schema, limits, text, operationName);
  } catch (error) {
    // The parser and the rules walk nested documents recursively.
    if (!(error instanceof RangeError)) throw error;
    const message = `Expected a document nested at most ${String(limits.depth)} levels deep (depth), got one far deeper.`;
    const { extensions } = new Fault('LIMIT_EXCEEDED', message, { limit: 'depth', maximum: limits.depth });
    return { errors: [new GraphQLError(message, { extensions })] };
  }
}

function readChecked(
  schema: GraphQLSchema,
  limits: Limits,
  text: string,
  operationName: string | null,
): DocumentReading {
  const document = parseWithin(text, limits.tokens);
  if (document instanceof GraphQLError) return { errors: [document] };
  const over = overSize(measure(document), limits);
  if (over.length > 0) return { errors: over };
  const mistakes = validate(schema, document, RULES, { maxErrors: TOLD_MISTAKES });
  if (mistakes.length > 0) return { errors: mistakes.map((mistake) => coded(mistake, 'GRAPHQL_VALIDATION_FAILED')) };
  const operation = getOperationAST(document, operationName);
  if (operation == null) return { errors: [noOperation(document, operationName)] };
  if (schema.getRootType(operation.operation) == null) return { errors: [noRoot(operation)] };
  return { document, operation };
}

function parseWithin(text: string, maximum: number): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: maximum });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser has no other sign for it, and stops at the first token too many.
    if (/more tha[nt] \d+ tokens/.test(error.message)) {
      return limitError({ limit: 'tokens', maximum, actual: maximum + 1, what: 'tokens in the document' });
    }
    return coded(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function noOperation(document: DocumentNode, operationName: string | null): GraphQLError {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.map(({ name }) => name?.value ?? 'one without a name').join(', ');
  const got = operationName === null ? 'none' : JSON.stringify(operationName);
  const message = `Expected operationName to name an operation of the document (${names || 'it has none'}), got ${got}.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' satisfies FaultCode } });
}

/** graphql-js leaves this to execution. */
function noRoot(operation: OperationDefinitionNode): GraphQLError {
  const code: FaultCode = 'GRAPHQL_VALIDATION_FAILED';
  return new GraphQLError(`The schema has no ${operation.operation} fields.`, {
    nodes: operation,
    extensions: { code },
  });
}

/** The same error with a code, unless it has one, and without the values that came in. */
function coded(error: GraphQLError, code: FaultCode): GraphQLError {
  const { message, nodes, source, positions } = error;
  return new GraphQLError(withoutValues(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, ...error.extensions },
  });
}
