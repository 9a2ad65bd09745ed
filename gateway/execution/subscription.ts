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
export function streamOf(source: AsyncIterable<ExecutionResult>, handling: EventHandling): AsyncIterableIterator<SubscriptionItem> {
  return new EventStream(source, handling);
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

class EventStream implements AsyncIterableIterator<SubscriptionItem> {
  readonly #source: AsyncIterator<ExecutionResult>;
  readonly #handling: EventHandling;
  readonly #ended: Promise<IteratorReturnResult<undefined>>;
  #end: () => void = () => undefined;
  #isOver = false;
  #last: Promise<IteratorResult<SubscriptionItem, undefined>> | null = null;

  constructor(source: AsyncIterable<ExecutionResult>, handling: EventHandling) {
    this.#source = source[Symbol.asyncIterator]();
    this.#handling = handling;
    this.#ended = new Promise((resolve) => {
      this.#end = () => {
        resolve(DONE);
      };
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<SubscriptionItem, undefined>> {
    const step = this.#last === null ? this.#step() : this.#last.then(() => this.#step());
    const outcome = Promise.race([step, this.#ended]);
    this.#last = outcome;
    return outcome;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#finish();
    return Promise.resolve(DONE);
  }

  async #step(): Promise<IteratorResult<SubscriptionItem, undefined>> {
    if (this.#isOver) return DONE;
    let step: IteratorResult<ExecutionResult, unknown>;
    try {
      step = await this.#source.next();
    } catch (error) {
      this.#finish();
      return { done: false, value: lastItem(error, this.#handling.service) };
    }
    if (step.done === true) {
      this.#finish();
      return DONE;
    }
    return { done: false, value: await this.#itemOf(step.value) };
  }

  async #itemOf(event: ExecutionResult): Promise<SubscriptionItem> {
    const { cursor, mark } = event.extensions ?? {};
    if (typeof mark === 'string' && event.data == null && !event.errors?.length) return { kind: 'mark', cursor: mark };
    const result = await this.#handling.complete(event);
    return { kind: 'event', result, cursor: typeof cursor === 'string' ? cursor : null };
  }

  /** Ends the stream; the subgraph hears of it at once and is not waited for. */
  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#end();
    this.#handling.onEnd();
    this.#source.return?.().catch(() => undefined);
  }
}

function lastItem(error: unknown, service: string): SubscriptionItem {
  return { kind: 'event', result: { errors: [toClientError(problemOfRejection(error, service), service, undefined)] }, cursor: null };
}
