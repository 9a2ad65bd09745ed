import type { ExecutionResult, GraphQLError } from 'graphql';
import { Fault } from '../../core/fault.ts';
import { BoundedQueue, type Sized } from './bounded-queue.ts';
import { errorOf, type Delivery } from './delivery.ts';
import type { Bounds } from './options.ts';
import type { SteadyStream } from './steady-stream.ts';

/** What a member needs of the group that it belongs to. */
export interface Membership {
  readonly resumable: boolean;
  readonly bounds: Bounds;
  readonly compareCursors: (first: string, second: string) => number;
  /** Up to where the group has been told; null before its first word. */
  readonly position: () => string | null;
  /** The events after a cursor, when the group remembers all of them. */
  readonly recentAfter: (cursor: string) => readonly Sized[] | null;
  /** Reads the same subscription for one member, after a cursor. */
  readonly readPrivately: (after: string) => Promise<ExecutionResult | SteadyStream>;
  /** The same, waiting while the subgraph is away. */
  readonly resumePrivately: (after: string) => SteadyStream;
  readonly leave: (member: Member) => void;
}

type Step = IteratorResult<Delivery, undefined>;

const DONE: Step = { done: true, value: undefined };

/**
 * One subscriber of a group.
 *
 * A `live` member takes what the group is told. One that is `behind` reads the log for itself, as slowly as it likes
 * (`replaying`), while a bounded queue keeps what the group is told meanwhile; when its own reading has passed the
 * `seam`, the group's position at which that queue began, it drops its own reading and goes on with the queue.
 */
export class Member implements AsyncIterableIterator<Delivery, undefined> {
  readonly #group: Membership;
  readonly #queue: BoundedQueue;
  #state: 'live' | 'behind' | 'replaying' = 'live';
  /** Everything up to here has been handed out. */
  #position: string | null;
  #seam: string | null = null;
  /** Where the subscriber stood when it went live; it may have read further than the group, which then tells it nothing new. */
  #floor: string | null = null;
  #private: SteadyStream | null = null;
  #pulling = false;
  #waiter: ((step: Step) => void) | null = null;
  #end: readonly GraphQLError[] | 'complete' | null = null;
  #left = false;
  #onLeft = (): void => undefined;

  /** @param after - where the subscriber stands; null: it takes what comes from now on */
  constructor(group: Membership, after: string | null) {
    this.#group = group;
    this.#queue = new BoundedQueue(group.bounds.queuedEvents, group.bounds.queuedCharacters);
    this.#position = after ?? group.position();
    if (after !== null) this.#state = 'behind';
  }

  /** Begins to read privately where the subscriber stands; a refusal is the subscriber's to see. */
  async catchUp(): Promise<ExecutionResult | null> {
    const after = this.#beginReplay();
    if (after === null) return null;
    const opened = await this.#group.readPrivately(after);
    if (!('next' in opened)) return opened;
    if (this.#left) opened.close();
    else this.#private = opened;
    this.#pump();
    return null;
  }

  /** A subscriber that missed little has it from the group's memory. */
  #takeRecent(position: string): boolean {
    const missed = this.#group.recentAfter(position);
    if (missed === null || !missed.every((entry) => this.#queue.push(entry))) {
      this.#queue.clear();
      return false;
    }
    this.#state = 'live';
    return true;
  }

  /** Takes what the group was told. */
  push({ item, size }: Sized): void {
    if (this.#left || this.#end !== null || this.#state === 'behind') return;
    if (this.#floor !== null && !this.#isNews(item, this.#floor)) return;
    if (this.#position === null && item.kind === 'mark') this.#position = item.cursor;
    if (this.#queue.push({ item, size })) this.#seam ??= item.cursor;
    else this.#overflow(item);
    this.#pump();
  }

  /** Ends the subscription after what is queued; with errors, or as complete. */
  end(errors: readonly GraphQLError[] | 'complete'): void {
    this.#end ??= errors;
    this.#pump();
  }

  /** Ends the subscription at once: what is queued is not shown any more. */
  cutOff(errors: readonly GraphQLError[]): void {
    this.#queue.clear();
    this.#end = errors;
    this.#pump();
  }

  /** Calls back once, when the subscription is over, whatever ended it. */
  onLeft(run: () => void): void {
    this.#onLeft = run;
  }

  /** Reads on where the gateway is another now. */
  reopen(): void {
    this.#private?.reopen();
  }

  next(): Promise<Step> {
    return new Promise((resolve) => {
      this.#waiter = resolve;
      this.#pump();
    });
  }

  return(): Promise<Step> {
    this.#leave();
    this.#settle(DONE);
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #overflow(item: Sized['item']): void {
    this.#queue.clear();
    if (this.#state === 'replaying') this.#seam = item.cursor;
    else if (this.#group.resumable && this.#position !== null) this.#state = 'behind';
    else this.#end = [errorOf(overrun(this.#group.bounds))];
  }

  #pump(): void {
    while (this.#waiter !== null) {
      if (this.#left) {
        this.#settle(DONE);
        return;
      }
      if (this.#state === 'live') {
        const item = this.#queue.shift();
        if (item !== undefined) {
          this.#deliver(item);
          return;
        }
      }
      if (this.#end !== null && this.#mayFinish(this.#end)) {
        this.#finish(this.#end);
        return;
      }
      if (this.#state === 'live') return;
      if (this.#state === 'behind') this.#fallBack();
      else if (!this.#passedSeam()) {
        this.#readOn();
        return;
      } else this.#goLive();
    }
  }

  /** A complete stream is still read to its end by those who are behind; an error waits for nobody, since they can resume. */
  #mayFinish(end: readonly GraphQLError[] | 'complete'): boolean {
    return this.#state === 'live' || end !== 'complete';
  }

  /** Unlike the first catching up this is not refused by an outage: the subscription stands already, and waits. */
  #fallBack(): void {
    const after = this.#beginReplay();
    if (after !== null) this.#private = this.#group.resumePrivately(after);
  }

  /** @returns after which cursor the subscriber has to read for itself; null when it has not */
  #beginReplay(): string | null {
    const position = this.#position;
    if (this.#state !== 'behind' || position === null || this.#takeRecent(position)) return null;
    this.#state = 'replaying';
    this.#seam = this.#group.position();
    return position;
  }

  #readOn(): void {
    const stream = this.#private;
    if (stream === null || this.#pulling) return;
    this.#pulling = true;
    void stream.next().then((step) => {
      this.#pulling = false;
      if (stream !== this.#private) {
        this.#pump();
        return;
      }
      if (step.done === true) {
        this.#goLive();
        this.end('complete');
      } else if (step.value.kind === 'end') this.end(step.value.errors);
      else this.#deliver(step.value);
    });
  }

  #passedSeam(): boolean {
    if (this.#seam === null || this.#position === null) return false;
    return this.#compare(this.#position, this.#seam) >= 0;
  }

  #goLive(): void {
    this.#stopReading();
    this.#state = 'live';
    this.#floor = this.#position;
    const floor = this.#floor;
    if (floor !== null) this.#queue.filter((item) => this.#isNews(item, floor));
  }

  #isNews(item: Sized['item'], floor: string): boolean {
    if (item.cursor === null) return true;
    const isNews = this.#compare(item.cursor, floor) > 0;
    if (isNews) this.#floor = null;
    return isNews;
  }

  /** A log that was restored meanwhile has cursors of another epoch: that ends the subscription, with the reason. */
  #compare(first: string, second: string): number {
    try {
      return this.#group.compareCursors(first, second);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.end([errorOf(error)]);
      return 0;
    }
  }

  #deliver(item: Sized['item']): void {
    if (item.cursor !== null) this.#position = item.cursor;
    this.#settle({ done: false, value: item });
  }

  #finish(end: readonly GraphQLError[] | 'complete'): void {
    this.#leave();
    this.#settle(end === 'complete' ? DONE : { done: false, value: { kind: 'end', errors: end } });
  }

  #leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#queue.clear();
    this.#stopReading();
    this.#group.leave(this);
    this.#onLeft();
  }

  #stopReading(): void {
    this.#private?.close();
    this.#private = null;
  }

  #settle(step: Step): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    waiter?.(step);
  }
}

function overrun(bounds: Bounds): Fault {
  const { queuedEvents, queuedCharacters } = bounds;
  const limit = `${String(queuedEvents)} events or ${String(queuedCharacters)} characters`;
  return new Fault('SUBSCRIPTION_OVERRUN', `Expected the subscriber to leave at most ${limit} unread; it left more.`, {
    queuedEvents,
    queuedCharacters,
  });
}
