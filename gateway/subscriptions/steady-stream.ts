import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Clock } from '../../core/clock.ts';
import { Fault } from '../../core/fault.ts';
import type { SubscriptionItem } from '../execution/contract.ts';
import { endingErrors, errorOf, isOutage, type Delivery } from './delivery.ts';
import type { Bounds } from './options.ts';
import type { Timer } from './timer.ts';

/** What a gateway answers to a subscription. */
export type Opened = ExecutionResult | AsyncIterableIterator<SubscriptionItem>;

/** Where a steady stream reads, and how patiently. */
export interface SteadySource {
  /** Opens the subscription after a cursor; null: from the present on. */
  readonly open: (after: string | null) => Promise<Opened>;
  /** Another number once what `open` reaches is another. */
  readonly version: () => number;
  /** Whether an interrupted stream can go on from its position. */
  readonly resumable: boolean;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly bounds: Bounds;
}

type Step = IteratorResult<Delivery, undefined>;

/** Opens a {@link SteadyStream}; a refusal at this first time is the caller's to tell. */
export async function openSteadyStream(
  source: SteadySource,
  after: string | null,
): Promise<ExecutionResult | SteadyStream> {
  const version = source.version();
  const opened = await source.open(after);
  if (!(Symbol.asyncIterator in opened)) return opened;
  const stream = new SteadyStream(source, opened, after);
  if (version !== source.version()) stream.reopen();
  return stream;
}

/** Opens a {@link SteadyStream} that takes a subgraph which is away now for a pause as well. */
export function resumeSteadyStream(source: SteadySource, after: string): SteadyStream {
  const stream = new SteadyStream(source, null, after);
  stream.reopen();
  return stream;
}

/**
 * One subscription that outlives a lost subgraph and a new schema: it opens again from the last position that it handed
 * out, so its reader sees a pause and nothing lost or repeated. It is read one `next()` at a time, as fast as the reader asks.
 */
export class SteadyStream {
  readonly #source: SteadySource;
  #current: AsyncIterator<SubscriptionItem> | null;
  #position: string | null;
  /** Counts the openings, so that an answer of an earlier one is passed over. */
  #opening = 0;
  #waiter: ((step: Step) => void) | null = null;
  #end: Delivery | null = null;
  #closed = false;
  #pulling = false;
  /** When the subgraph was lost, in milliseconds since 1970; null while it answers. */
  #lostAt: number | null = null;
  #pauseMs = 0;
  #cancelPause = (): void => undefined;

  constructor(source: SteadySource, opened: AsyncIterator<SubscriptionItem> | null, after: string | null) {
    this.#source = source;
    this.#current = opened;
    this.#position = after;
  }

  /** The next item; an `end` is the last. Never rejects. */
  next(): Promise<Step> {
    return new Promise((resolve) => {
      this.#waiter = resolve;
      this.#pump();
    });
  }

  /** Gives the subscription up at once. */
  close(): void {
    this.#drop();
    this.#cancelPause();
    this.#closed = true;
    this.#pump();
  }

  /** Opens again, from the same position, because what `open` reaches is another now. */
  reopen(): void {
    if (!this.#closed && this.#end === null) this.#reconnect(0);
  }

  #pump(): void {
    if (this.#waiter === null) return;
    if (this.#end !== null) {
      const end = this.#end;
      this.#end = null;
      this.#closed = true;
      this.#settle({ done: false, value: end });
    } else if (this.#closed) this.#settle({ done: true, value: undefined });
    else if (this.#current !== null && !this.#pulling) this.#pull(this.#current);
  }

  #pull(current: AsyncIterator<SubscriptionItem>): void {
    const opening = this.#opening;
    this.#pulling = true;
    const take = (step: IteratorResult<SubscriptionItem>): void => {
      if (opening !== this.#opening) return;
      this.#pulling = false;
      this.#take(step);
    };
    current.next().then(take, () => {
      take({ done: false, value: { kind: 'event', result: { errors: lost() }, cursor: null } });
    });
  }

  #take(step: IteratorResult<SubscriptionItem>): void {
    if (step.done === true) {
      this.#closed = true;
      this.#pump();
      return;
    }
    const item = step.value;
    const ending = item.kind === 'event' ? endingErrors(item.result) : null;
    if (ending === null) {
      this.#lostAt = null;
      this.#pauseMs = 0;
      this.#position = item.cursor;
      this.#settle({ done: false, value: item });
    } else this.#broken(ending);
  }

  /** Tries again when that may help and there is time, or tells the reader. */
  #broken(errors: readonly GraphQLError[]): void {
    const { resumable, clock, bounds } = this.#source;
    const now = clock.now().getTime();
    this.#lostAt ??= now;
    if (!resumable || !isOutage(errors) || now - this.#lostAt >= bounds.giveUpMs) {
      this.#drop();
      this.#end = { kind: 'end', errors };
      this.#pump();
      return;
    }
    this.#pauseMs = Math.min(this.#pauseMs * 2 || bounds.firstPauseMs, bounds.longestPauseMs);
    this.#reconnect(this.#pauseMs);
  }

  #reconnect(pauseMs: number): void {
    this.#drop();
    this.#cancelPause();
    const opening = this.#opening;
    const take = (opened: Opened): void => {
      if (opening === this.#opening) this.#enter(opened);
      else if (Symbol.asyncIterator in opened) void opened.return?.();
    };
    const open = (): void => {
      this.#source.open(this.#source.resumable ? this.#position : null).then(take, () => {
        take({ errors: lost() });
      });
    };
    if (pauseMs === 0) open();
    else this.#cancelPause = this.#source.timer(pauseMs, open);
  }

  #enter(opened: Opened): void {
    if (Symbol.asyncIterator in opened) {
      this.#current = opened;
      this.#pump();
    } else this.#broken(opened.errors ?? []);
  }

  /** Lets go of the present opening; whatever it still answers is passed over. */
  #drop(): void {
    const current = this.#current;
    this.#current = null;
    this.#opening += 1;
    this.#pulling = false;
    void current?.return?.();
  }

  #settle(step: Step): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    waiter?.(step);
  }
}

function lost(): readonly GraphQLError[] {
  return [errorOf(new Fault('SUBGRAPH_UNAVAILABLE', 'The subscription to the subgraph broke off.'))];
}
