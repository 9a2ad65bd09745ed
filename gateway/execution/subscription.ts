import type { ExecutionResult } from 'graphql';
import type { SubgraphAnswer } from '../../subgraphs/kit/executor.ts';
import { problemOfRejection } from './call.ts';
import type { SubscriptionItem } from './contract.ts';
import { isComposite } from './json.ts';
import { toClientError } from './problems.ts';

/** How the events of one subscription become answers. */
export interface EventHandling {
  readonly service: string;
  /** Completes one event with what other subgraphs know. Never rejects. */
  complete(event: ExecutionResult): Promise<ExecutionResult> | ExecutionResult;
  /** Runs once, when the stream ends for whatever reason. */
  onEnd(): void;
}

/** Whether a subgraph answered with a stream. */
export function isStream(answer: SubgraphAnswer): answer is AsyncIterable<ExecutionResult> {
  return isComposite(answer) && Symbol.asyncIterator in answer;
}

/**
 * The stream of a subscription.
 *
 * No generator: the `return()` of one waits for the event under way and would hold the subgraph's stream open.
 * Events are completed one after the other, in the order they came.
 */
export function streamOf(
  source: AsyncIterable<ExecutionResult>,
  handling: EventHandling,
): AsyncIterableIterator<SubscriptionItem> {
  return new EventStream(source, handling);
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

type Item = IteratorResult<SubscriptionItem, undefined>;

class EventStream implements AsyncIterableIterator<SubscriptionItem> {
  readonly #source: AsyncIterator<ExecutionResult>;
  readonly #handling: EventHandling;
  #isOver = false;
  #pending: Promise<Item> | null = null;
  #settle: (item: Item) => void = () => undefined;

  constructor(source: AsyncIterable<ExecutionResult>, handling: EventHandling) {
    this.#source = source[Symbol.asyncIterator]();
    this.#handling = handling;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Item> {
    if (this.#pending !== null) return this.#pending.then(() => this.next());
    if (this.#isOver) return Promise.resolve(DONE);
    const pending = new Promise<Item>((resolve) => {
      this.#settle = (item) => {
        this.#pending = null;
        resolve(item);
      };
    });
    this.#pending = pending;
    void this.#step();
    return pending;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#finish();
    this.#settle(DONE);
    return Promise.resolve(DONE);
  }

  async #step(): Promise<void> {
    try {
      const step = await this.#source.next();
      if (step.done === true) this.#finish();
      this.#settle(step.done === true ? DONE : { done: false, value: await this.#itemOf(step.value) });
    } catch (error) {
      this.#finish();
      this.#settle({ done: false, value: lastItem(error, this.#handling.service) });
    }
  }

  async #itemOf(event: ExecutionResult): Promise<SubscriptionItem> {
    const { cursor, mark } = event.extensions ?? {};
    if (typeof mark === 'string' && event.data == null && !event.errors?.length) return { kind: 'mark', cursor: mark };
    const result = await this.#handling.complete(event);
    if (!('data' in result)) this.#finish();
    return { kind: 'event', result, cursor: typeof cursor === 'string' ? cursor : null };
  }

  /** Ends the stream; the subgraph hears of it at once and is not waited for. */
  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#handling.onEnd();
    this.#source.return?.().catch(() => undefined);
  }
}

function lastItem(error: unknown, service: string): SubscriptionItem {
  return {
    kind: 'event',
    result: { errors: [toClientError(problemOfRejection(error, service), service, undefined)] },
    cursor: null,
  };
}
