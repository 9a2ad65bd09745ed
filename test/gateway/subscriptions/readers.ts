import type { ExecutionResult, GraphQLError } from 'graphql';
import type { RequestScope, Viewer } from '../../../core/viewer.ts';
import type { Delivery } from '../../../gateway/subscriptions/delivery.ts';
import type { DeliveryStream } from '../../../gateway/subscriptions/subscriptions.ts';
import type { Timer } from '../../../gateway/subscriptions/timer.ts';

export const PUBLIC: RequestScope = { viewer: null, locale: 'zh', requestId: 'test' };

/** A scope of a signed-in person. @param change - what differs from an operator of no region */
export function scopeOf(change: Partial<Viewer>): RequestScope {
  const viewer: Viewer = {
    subject: 'somebody',
    role: 'OPERATOR',
    institution: null,
    regions: [],
    expiresAt: 4_000_000_000,
    ...change,
  };
  return { viewer, locale: 'zh', requestId: 'test' };
}

/** The stream of a subscription that must have been taken. */
export function streamOf(opened: ExecutionResult | DeliveryStream): DeliveryStream {
  if (Symbol.asyncIterator in opened) return opened;
  throw new Error(`Expected a stream, got ${JSON.stringify(opened)}.`);
}

/** The codes of errors. */
export function codesOf(errors: readonly GraphQLError[] | undefined): unknown[] {
  return (errors ?? []).map((error) => error.extensions['code']);
}

/** Reads events until so many came; returns their numbers. */
export async function readEvents(stream: DeliveryStream, count: number): Promise<number[]> {
  const numbers: number[] = [];
  while (numbers.length < count) {
    const step = await stream.next();
    if (step.done === true)
      throw new Error(`Expected ${String(count)} events, the stream ended after ${String(numbers.length)}.`);
    if (step.value.kind === 'end')
      throw new Error(`Expected an event, got the end ${JSON.stringify(step.value.errors)}.`);
    if (step.value.kind === 'event') numbers.push(numberIn(step.value));
  }
  return numbers;
}

/** Reads to the end, passing over what comes before it. */
export async function readEnd(stream: DeliveryStream): Promise<unknown[] | 'complete'> {
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return 'complete';
    if (step.value.kind === 'end') return codesOf(step.value.errors);
  }
}

/** The number that an event's only field carries. */
export function numberIn(delivery: Extract<Delivery, { kind: 'event' }>): number {
  const entry = Object.values(delivery.result.data ?? {})[0];
  if (typeof entry === 'object' && entry !== null && 'number' in entry) return Number(entry.number);
  throw new Error(`Expected an entry, got ${JSON.stringify(delivery.result)}.`);
}

/** Lets everything that is ready happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Time that passes when the test says so. */
export class TestTime {
  #now = Date.parse('2026-03-02T01:00:00Z');
  #waits = new Set<{ readonly at: number; readonly run: () => void }>();

  readonly clock = { now: (): Date => new Date(this.#now) };

  readonly timer: Timer = (ms, run) => {
    const wait = { at: this.#now + ms, run };
    this.#waits.add(wait);
    return () => {
      this.#waits.delete(wait);
    };
  };

  /** Seconds since 1970. */
  get seconds(): number {
    return this.#now / 1000;
  }

  /** Lets time pass, and everything happen that was waiting for it. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (;;) {
      const due = [...this.#waits].filter(({ at }) => at <= end).sort((first, second) => first.at - second.at)[0];
      if (due === undefined) break;
      this.#waits.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}
