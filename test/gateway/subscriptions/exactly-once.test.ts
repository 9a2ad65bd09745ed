import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSubscriptions, type DeliveryStream } from '../../../gateway/subscriptions/subscriptions.ts';
import { logGateway, prepareOn } from './log-gateway.ts';
import { compareCursors, cursorOf, LogSubgraph } from './log-subgraph.ts';
import { numberIn, PUBLIC, settled, TestTime } from './readers.ts';

const TEXT = 'subscription ($after: Cursor, $region: String) { entries(after: $after, region: $region) { number } }';

/** What may happen to a hub, in any order. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      region: fc.constantFrom('A', 'B'),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      region: fc.constantFrom('A', 'B', null),
      back: fc.option(fc.nat(30)),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('read' as const), who: fc.nat(20), count: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const), away: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);

/** A subscriber that reads only when told to. */
class Reader {
  readonly seen: number[] = [];
  readonly region: string | null;
  readonly start: number;
  /** Where the hub's log stood when the subscription was open: a live subscriber may see nothing of what came before it. */
  readonly openedAt: number;
  readonly stream: DeliveryStream;
  #wanted = 0;
  #reading = false;
  left = false;
  end: unknown = null;

  constructor(stream: DeliveryStream, region: string | null, start: number, openedAt: number) {
    this.stream = stream;
    this.region = region;
    this.start = start;
    this.openedAt = openedAt;
  }

  want(count: number): void {
    this.#wanted += count;
    if (!this.#reading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    while (this.#wanted > 0 && this.end === null) {
      const step = await this.stream.next();
      if (step.done === true) this.end = 'complete';
      else if (step.value.kind === 'end') this.end = step.value.errors;
      else if (step.value.kind === 'event') {
        this.#wanted -= 1;
        this.seen.push(numberIn(step.value));
      }
    }
    this.#reading = false;
  }
}

type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

async function live(happenings: readonly Happening[], bounds: { queuedEvents: number; recentEvents: number }) {
  const log = new LogSubgraph();
  const time = new TestTime();
  const subscriptions = openSubscriptions(logGateway(log), {
    compareCursors,
    clock: time.clock,
    timer: time.timer,
    bounds,
  });
  const readers: Reader[] = [];
  const join = async (region: string | null, back: number | null): Promise<void> => {
    const start = back === null ? log.entries.length : Math.max(0, log.entries.length - back);
    const after = back === null ? null : cursorOf(start);
    const opened = await subscriptions.subscribe(prepareOn(logGateway(log), TEXT), {
      scope: PUBLIC,
      variables: { region, after },
    });
    if (Symbol.asyncIterator in opened)
      readers.push(new Reader(opened, region, back === null ? -1 : start, log.entries.length));
  };
  for (const event of happenings) {
    if (event.do === 'append') for (let count = 0; count < event.count; count += 1) log.append(event.region);
    else if (event.do === 'join') await join(event.region, event.back);
    else if (event.do === 'read') readers[event.who % Math.max(1, readers.length)]?.want(event.count);
    else if (event.do === 'leave') leave(readers[event.who % Math.max(1, readers.length)]);
    else if (event.do === 'replace') subscriptions.replace(logGateway(log));
    else if (event.do === 'break') {
      log.away = event.away;
      log.break();
    } else await time.pass(1_000);
    if (event.do !== 'append') await settled();
    log.away &&= event.do !== 'wait';
  }
  log.away = false;
  for (const reader of readers) reader.want(1_000);
  await time.pass(30_000);
  return { log, readers, subscriptions };
}

function leave(reader: Reader | undefined): void {
  if (reader === undefined) return;
  reader.left = true;
  void reader.stream.return?.();
}

it('gives every subscriber every fitting event after its cursor once, in order, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 5, maxLength: 80 }),
      fc.record({ queuedEvents: fc.integer({ min: 1, max: 8 }), recentEvents: fc.integer({ min: 0, max: 6 }) }),
      async (happenings, bounds) => {
        const { log, readers, subscriptions } = await live(happenings, bounds);
        for (const reader of readers) {
          const fitting = log.entries
            .filter(({ region }) => reader.region === null || region === reader.region)
            .map(({ number }) => number);
          if (reader.start >= 0)
            checkSeen(
              reader,
              fitting.filter((number) => number > reader.start),
            );
          else
            checkSeen(
              reader,
              fitting.slice(reader.seen[0] === undefined ? fitting.length : fitting.indexOf(reader.seen[0])),
              fitting,
            );
          leave(reader);
        }
        await settled();
        expect([subscriptions.count().members, log.counts.open]).toEqual([0, 0]);
      },
    ),
    { numRuns: 300 },
  );
});

/** Those who left saw a beginning; the others everything, and a live one nothing less than what came after it had joined. */
function checkSeen(reader: Reader, expected: readonly number[], all: readonly number[] = expected): void {
  expect(reader.left || reader.end === null).toBe(true);
  expect(reader.seen).toEqual(reader.left ? expected.slice(0, reader.seen.length) : expected);
  const first = all.find((number) => number > reader.openedAt);
  if (reader.start < 0 && !reader.left && first !== undefined) expect(reader.seen).toContain(first);
}
