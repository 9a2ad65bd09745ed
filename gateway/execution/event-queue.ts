/** What ends a queue beside its plain end. */
interface Failure {
  readonly reason: unknown;
}

type Step<Value> = IteratorResult<Value, undefined>;

/**
 * Events between one who can not wait and one who reads at leisure: bounded, and ended with a failure when full, so that
 * the reader has all that came before it, in order, and can go on from there.
 */
export class EventQueue<Value> implements AsyncIterableIterator<Value, undefined> {
  readonly #capacity: number;
  readonly #onLeft: () => void;
  #values: Value[] = [];
  #waiting: { resolve(step: Step<Value>): void; reject(reason: unknown): void } | null = null;
  #failure: Failure | null = null;
  #isOver = false;

  /** @param onLeft - called when the reader goes before the end */
  constructor(capacity: number, onLeft: () => void) {
    this.#capacity = capacity;
    this.#onLeft = onLeft;
  }

  /** Adds an event; false when there is no room. */
  push(value: Value): boolean {
    if (this.#isOver) return true;
    if (this.#waiting !== null) this.#take()?.resolve({ done: false, value });
    else if (this.#values.length >= this.#capacity) return false;
    else this.#values.push(value);
    return true;
  }

  /** Ends the queue after what it holds. */
  end(): void {
    this.#isOver = true;
    this.#take()?.resolve(DONE);
  }

  /** Ends the queue after what it holds with a rejection. */
  fail(reason: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const waiting = this.#take();
    if (waiting === null) this.#failure = { reason };
    else waiting.reject(reason);
  }

  next(): Promise<Step<Value>> {
    const [value] = this.#values;
    if (this.#values.length > 0) {
      this.#values.shift();
      return Promise.resolve({ done: false, value: value as Value });
    }
    if (this.#failure !== null) {
      const { reason } = this.#failure;
      this.#failure = null;
      return Promise.reject(reason instanceof Error ? reason : new Error(String(reason)));
    }
    if (this.#isOver) return Promise.resolve(DONE);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  return(): Promise<Step<Value>> {
    const wasOver = this.#isOver;
    this.#values = [];
    this.#failure = null;
    this.end();
    if (!wasOver) this.#onLeft();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take() {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
