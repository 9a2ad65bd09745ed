import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { RequestScope } from '../../core/viewer.ts';
import type { Executor } from '../../subgraphs/kit/executor.ts';
import type { Limits } from '../limits.ts';

/** What a gateway is made of. */
export interface GatewayOptions {
  /** A federation-2 supergraph, as composition writes it. */
  readonly supergraphSdl: string;
  /** How each subgraph is reached, by the name it has in the supergraph. */
  readonly executors: Readonly<Record<string, Executor>>;
  /** What differs from the default limits. */
  readonly limits?: Partial<Limits>;
  /** Custom scalars by name: their `parseValue` and `parseLiteral` refuse wrong input before anything is planned. Values travel on as they came. */
  readonly scalars?: Readonly<Record<string, GraphQLScalarType>>;
  /** Told of what should not happen, with the id under which the client is told of it. */
  readonly report?: (error: unknown, logId: string) => void;
}

/** Variables as a client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** An operation that has been parsed, validated, found within the static limits and planned; made once for each text. */
export interface Prepared {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: `${OperationTypeNode}`;
  /** Whether this is a subscription whose root field can start after a cursor (it has an argument `after: Cursor`). */
  readonly resumable: boolean;
  /** The cursor that the client starts after; null when it gave none or the operation is not resumable. */
  after(variables: Variables | undefined): string | null;
  /**
   * The same text for subscriptions that deliver the same events to viewers of equal rights and locale: the normalised
   * operation without `after`, and the variables without those that serve only `after`.
   */
  shareKey(variables: Variables | undefined): string;
}

/** How one request runs. */
export interface ExecuteArgs {
  readonly variables?: Variables | undefined;
  readonly scope: RequestScope;
  /** Ends the request with the fault CANCELLED; subgraph calls under way are aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** How one subscription runs. */
export interface SubscribeArgs extends ExecuteArgs {
  /** Only for resumable operations: asks the subgraph for cursors and marks; overrides the operation's own `after`. */
  readonly resume?: { readonly after: string | null } | undefined;
}

/** What a subscription's stream carries. */
export type SubscriptionItem =
  /**
   * An answer for the client. `cursor` is null without `resume`. A result without the key `data` and with `errors`
   * is the stream's last: the subgraph was lost (SUBGRAPH_UNAVAILABLE) or refused to go on.
   */
  | { readonly kind: 'event'; readonly result: ExecutionResult; readonly cursor: string | null }
  /** Everything that fits, up to and including this cursor, has been delivered. */
  | { readonly kind: 'mark'; readonly cursor: string };

/** One schema over many subgraphs. */
export interface Gateway {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Parses, validates and plans; remembered for each text. Errors carry `extensions.code`. */
  prepare(text: string, operationName?: string | null): Prepared | { readonly errors: readonly GraphQLError[] };
  /** What is wrong with the variables, limits that depend on them included; empty when nothing is. `execute` and `subscribe` check by themselves. */
  check(prepared: Prepared, variables: Variables | undefined): readonly GraphQLError[];
  /** Answers a query or mutation. Never rejects. */
  execute(prepared: Prepared, args: ExecuteArgs): Promise<ExecutionResult> | ExecutionResult;
  /**
   * Opens a subscription: a stream, or one result when it is refused. Never rejects, and neither does the stream.
   * The stream's `return()` reaches the subgraph at once, even while `next()` is pending.
   */
  subscribe(
    prepared: Prepared,
    args: SubscribeArgs,
  ): Promise<ExecutionResult | AsyncIterableIterator<SubscriptionItem>>;
}
