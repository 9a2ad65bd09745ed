import type { DocumentNode, ExecutionResult, OperationTypeNode } from 'graphql';
import type { RequestScope } from '../../core/viewer.ts';

/** From where a resumable subscription is read: after a cursor, or live only. */
export interface Resume {
  readonly after: string | null;
}

/** One operation for one subgraph. */
export interface SubgraphRequest {
  /** Parsed once per plan and the same object each time, so that compiled forms can be cached on it. */
  readonly document: DocumentNode;
  /** The same document as text, for subgraphs that are reached over the network. */
  readonly text: string;
  readonly operation: OperationTypeNode | `${OperationTypeNode}`;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly scope: RequestScope;
  /**
   * For resumable subscriptions: overrides the operation's own `after` (null: live only), and asks for
   * `extensions.cursor` on each event and for marks (`extensions.mark`) between them. See `schema/FEED.md`.
   */
  readonly resume?: Resume | undefined;
  /** Aborts when the client went away or its time is over. */
  readonly signal?: AbortSignal | undefined;
}

/** What a subgraph answers; subscriptions give a stream of results, or one result when they were refused. */
export type SubgraphAnswer = ExecutionResult | AsyncIterable<ExecutionResult>;

/** How one subgraph is reached. Expected failures come as `errors` of the result, never as a rejection. */
export type Executor = (request: SubgraphRequest) => SubgraphAnswer | Promise<SubgraphAnswer>;
