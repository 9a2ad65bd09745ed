import { setMaxListeners } from 'node:events';
import { Fault } from '../../core/fault.ts';

/**
 * The end of a request before its answer: the caller went away, or the time is over.
 *
 * Whatever waits for a subgraph goes on at once with the fault, so that what has arrived is still answered; the
 * signal tells the subgraphs to stop.
 */
export class Cancellation {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #caller: AbortSignal | undefined;
  readonly #waiting = new Set<(fault: Fault) => void>();
  #fault: Fault | null = null;

  /** @param requestMs - milliseconds until the request ends with TIMEOUT */
  constructor(caller: AbortSignal | undefined, requestMs: number) {
    this.#caller = caller;
    // One request may have any number of subgraph calls under way.
    setMaxListeners(0, this.#controller.signal);
    this.#timer = setTimeout(this.#onTimeout, requestMs, requestMs);
    if (caller === undefined) return;
    if (caller.aborted) this.#onAbort();
    else caller.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Aborts when the request ends early. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the request ended early; null while it goes on. */
  get fault(): Fault | null {
    return this.#fault;
  }

  /** The outcome, or what `instead` makes of the fault when the request ends first. Never rejects, provided `outcome` does not. */
  race<Value>(outcome: Promise<Value>, instead: (fault: Fault) => Value): Promise<Value> {
    const ended = this.#fault;
    if (ended !== null) return Promise.resolve(instead(ended));
    return new Promise((resolve, reject) => {
      const onFault = (fault: Fault) => {
        resolve(instead(fault));
      };
      this.#waiting.add(onFault);
      outcome.then((value) => {
        this.#waiting.delete(onFault);
        resolve(value);
      }, reject);
    });
  }

  /** Lets go of the timer and the caller's signal. */
  close(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => {
    this.#end(new Fault('CANCELLED', 'The request was cancelled before its answer was complete.'));
  };

  readonly #onTimeout = (requestMs: number): void => {
    this.#end(
      new Fault('TIMEOUT', `The request was to be answered within ${String(requestMs)} ms, and was not.`, {
        maximum: requestMs,
      }),
    );
  };

  #end(fault: Fault): void {
    if (this.#fault !== null) return;
    this.#fault = fault;
    this.#controller.abort(fault);
    for (const end of this.#waiting) end(fault);
    this.#waiting.clear();
    this.close();
  }
}
