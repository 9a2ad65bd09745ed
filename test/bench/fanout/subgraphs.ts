import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Executor, SubgraphRequest } from '../../../subgraphs/kit/executor.ts';
import type { Counts } from './messages.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])';

/** The schemas of three owners: who publishes, who knows institutions, who knows prices. */
export const SDL = {
  feed: `${LINK}
    scalar Cursor
    type Query { head: Int! }
    type Subscription { disclosures(after: Cursor): Disclosure! }
    type Disclosure { number: Int! title: String! institution: Institution }
    type Institution @key(fields: "id", resolvable: false) { id: ID! }`,
  catalogue: `${LINK}
    type Query { institution(id: ID!): Institution }
    type Institution @key(fields: "id") { id: ID! name: String! region: Region! }
    type Region { code: ID! name: String! }`,
  pricing: `${LINK}
    type Query { price(code: ID!): Price }
    type Institution @key(fields: "id") { id: ID! price: Price }
    type Price { code: ID! amount: String! }`,
} as const;

interface Reference {
  readonly id: string;
}

/** Three subgraphs in this process, one of which publishes when told. */
export class Subgraphs {
  readonly counts = { events: 0, institutions: 0, prices: 0, open: 0 };
  readonly #schemas = {
    feed: buildSubgraphSchema({ typeDefs: parse(SDL.feed) }),
    catalogue: buildSubgraphSchema({
      typeDefs: parse(SDL.catalogue),
      resolvers: {
        Institution: {
          __resolveReference: ({ id }: Reference) => ({
            id,
            name: `医院 ${id}`,
            region: { code: '140500', name: '晋城市' },
          }),
        },
      },
    }),
    pricing: buildSubgraphSchema({
      typeDefs: parse(SDL.pricing),
      resolvers: {
        Institution: {
          __resolveReference: ({ id }: Reference) => ({ id, price: { code: '110100001', amount: '12.50' } }),
        },
      },
    }),
  };
  readonly #streams = new Set<(number: number) => void>();
  #head = 0;

  readonly executors: Readonly<Record<keyof typeof SDL, Executor>> = {
    feed: (request) =>
      request.operation === 'subscription' ? this.#subscribe(request) : this.#answer('feed', request),
    catalogue: (request) => {
      this.counts.institutions += 1;
      return this.#answer('catalogue', request);
    },
    pricing: (request) => {
      this.counts.prices += 1;
      return this.#answer('pricing', request);
    },
  };

  publish(): void {
    this.#head += 1;
    for (const stream of this.#streams) stream(this.#head);
  }

  snapshot(): Counts {
    return { ...this.counts };
  }

  #answer(
    name: keyof typeof SDL,
    request: SubgraphRequest,
    rootValue?: unknown,
  ): ExecutionResult | Promise<ExecutionResult> {
    const schema: GraphQLSchema = this.#schemas[name];
    return execute({ schema, document: request.document, variableValues: request.variables, rootValue });
  }

  #subscribe(request: SubgraphRequest): AsyncIterableIterator<ExecutionResult> {
    const queue: ExecutionResult[] = [{ extensions: { mark: String(this.#head) } }];
    let waiter: ((step: IteratorResult<ExecutionResult>) => void) | null = null;
    const push = async (number: number): Promise<void> => {
      this.counts.events += 1;
      const disclosures = { number, title: '医疗服务价格公示', institution: { id: String(number % 40) } };
      const result = await this.#answer('feed', request, { disclosures });
      queue.push({ ...result, extensions: { cursor: String(number) } });
      pump();
    };
    const pump = (): void => {
      const value = waiter === null ? undefined : queue.shift();
      if (value === undefined) return;
      const settle = waiter;
      waiter = null;
      settle?.({ done: false, value });
    };
    const take = (number: number): void => void push(number);
    this.#streams.add(take);
    this.counts.open += 1;
    return {
      next: () =>
        new Promise((resolve) => {
          waiter = resolve;
          pump();
        }),
      return: () => {
        if (this.#streams.delete(take)) this.counts.open -= 1;
        waiter?.({ done: true, value: undefined });
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
