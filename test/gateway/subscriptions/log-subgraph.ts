import {
  buildSchema,
  execute,
  GraphQLError,
  getArgumentValues,
  Kind,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Fault } from '../../../core/fault.ts';
import type { Executor, SubgraphRequest } from '../../../subgraphs/kit/executor.ts';

/** What the subgraph of these tests offers: a log that can be resumed, and a stream that can not. */
const LOG_SDL = /* GraphQL */ `
  scalar Cursor
  type Query {
    head: Int!
  }
  type Mutation {
    append(region: String!): Int!
  }
  type Entry {
    number: Int!
    region: String!
    text: String!
  }
  type Subscription {
    entries(after: Cursor, region: String): Entry!
    ticks(region: String): Entry!
  }
`;

export interface Entry {
  readonly number: number;
  readonly region: string;
  readonly text: string;
}

type Wake = () => void;

/** The cursor of the entry with that number; 0 is before the first. */
export function cursorOf(number: number): string {
  return `epoch-${String(number)}`;
}

export function compareCursors(first: string, second: string): number {
  return numberOf(first) - numberOf(second);
}

function numberOf(cursor: string): number {
  const number = /^epoch-(\d+)$/.exec(cursor)?.[1];
  if (number === undefined) throw new Fault('CURSOR_INVALID', `Expected a cursor of this log, got ${cursor}.`);
  return Number(number);
}

/** A log in memory, served by a real schema; its streams can be broken and it can be away. */
export class LogSubgraph {
  readonly schema: GraphQLSchema = buildSchema(LOG_SDL);
  readonly entries: Entry[] = [];
  /** Executions of one event, and openings of a stream. */
  readonly counts = { executions: 0, openings: 0, open: 0 };
  readonly requests: SubgraphRequest[] = [];
  away = false;
  /** Makes every text of an entry this long. */
  textLength = 3;
  readonly #wakes = new Set<Wake>();
  readonly #breaks = new Set<(errors: readonly GraphQLError[] | null) => void>();

  append(region = 'A'): number {
    const number = this.entries.length + 1;
    this.entries.push({ number, region, text: 'x'.repeat(this.textLength) });
    for (const wake of this.#wakes) wake();
    return number;
  }

  /** Breaks every open stream, as a lost connection does; null: ends them as complete. */
  break(errors: readonly GraphQLError[] | null = [outage()]): void {
    for (const end of [...this.#breaks]) end(errors);
  }

  readonly executor: Executor = (request) => {
    this.requests.push(request);
    if (this.away) return { errors: [outage()] };
    if (request.operation === 'subscription') return this.#subscribe(request);
    const rootValue = { head: this.entries.length, append: ({ region }: { region: string }) => this.append(region) };
    return execute({ schema: this.schema, document: request.document, rootValue, variableValues: request.variables });
  };

  #subscribe(request: SubgraphRequest): ExecutionResult | AsyncIterable<ExecutionResult> {
    const { name, args } = rootField(this.schema, request);
    const after = name === 'entries' ? (request.resume === undefined ? args['after'] : request.resume.after) : null;
    try {
      const start = typeof after === 'string' ? numberOf(after) : this.entries.length;
      if (start <= this.entries.length) return this.#stream(request, start, args['region']);
      throw new Fault(
        'CURSOR_FOREIGN',
        `Expected a cursor up to ${cursorOf(this.entries.length)}, got ${cursorOf(start)}.`,
      );
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { errors: [new GraphQLError(error.message, { extensions: error.extensions })] };
    }
  }

  #stream(request: SubgraphRequest, start: number, region: unknown): AsyncIterableIterator<ExecutionResult> {
    let position = start;
    let marked = -1;
    let ended: { errors: readonly GraphQLError[] | null } | null = null;
    let waiter: ((step: IteratorResult<ExecutionResult>) => void) | null = null;
    this.counts.openings += 1;
    this.counts.open += 1;
    const read = (): ExecutionResult | null => {
      for (; position < this.entries.length; position += 1) {
        const entry = this.entries[position];
        if (entry === undefined || (typeof region === 'string' && entry.region !== region)) continue;
        position += 1;
        marked = request.resume === undefined ? position : marked;
        return this.#event(request, entry, request.resume === undefined ? null : cursorOf(position));
      }
      if (request.resume === undefined || marked === position) return null;
      marked = position;
      return { extensions: { mark: cursorOf(position) } };
    };
    const pump = (): void => {
      if (waiter === null) return;
      const step = ended === null ? read() : ended.errors === null ? 'done' : { errors: ended.errors };
      if (step === null) return;
      const settle = waiter;
      waiter = null;
      if (ended !== null) ended = { errors: null };
      settle(step === 'done' ? { done: true, value: undefined } : { done: false, value: step });
    };
    const stop = (errors: readonly GraphQLError[] | null): void => {
      if (ended !== null) return;
      ended = { errors };
      this.#wakes.delete(pump);
      this.#breaks.delete(stop);
      this.counts.open -= 1;
      pump();
    };
    this.#wakes.add(pump);
    this.#breaks.add(stop);
    return {
      next: () =>
        new Promise((resolve) => {
          waiter = resolve;
          pump();
        }),
      return: () => {
        stop(null);
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  #event(request: SubgraphRequest, entry: Entry, cursor: string | null): ExecutionResult {
    this.counts.executions += 1;
    const { name } = rootField(this.schema, request);
    const result = execute({
      schema: this.schema,
      document: request.document,
      rootValue: { [name]: entry },
      variableValues: request.variables,
    });
    if (result instanceof Promise) throw new Error('Expected the schema of the test to answer at once.');
    return cursor === null ? result : { ...result, extensions: { cursor } };
  }
}

/** What a gateway says when a subgraph is lost. */
export function outage(): GraphQLError {
  return new GraphQLError('The subgraph log did not answer.', { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
}

function rootField(schema: GraphQLSchema, request: SubgraphRequest): { name: string; args: Record<string, unknown> } {
  const operation = request.document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const node = operation?.selectionSet.selections[0];
  if (node?.kind !== Kind.FIELD) throw new Error('Expected one root field.');
  const field = schema.getSubscriptionType()?.getFields()[node.name.value];
  if (field === undefined) throw new Error(`Expected a field of Subscription, got ${node.name.value}.`);
  return { name: node.name.value, args: getArgumentValues(field, node, request.variables) };
}
