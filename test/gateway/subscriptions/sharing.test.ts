import { describe, expect, it } from 'vitest';
import type { RequestScope } from '../../../core/viewer.ts';
import { ENTRIES, start, TICKS } from './hub.ts';
import { cursorOf } from './log-subgraph.ts';
import { codesOf, PUBLIC, readEnd, readEvents, scopeOf, settled } from './readers.ts';

describe('one upstream for equal subscriptions', () => {
  it('executes an event once for a thousand subscribers', async () => {
    const { log, open } = start();
    const streams = await Promise.all(Array.from({ length: 1_000 }, () => open(ENTRIES)));
    log.append();
    log.append();
    const read = await Promise.all(streams.map((stream) => readEvents(stream, 2)));
    expect(read.every((numbers) => numbers.join() === '1,2')).toBe(true);
    expect(log.counts).toMatchObject({ openings: 1, executions: 2 });
  });

  it('hands the same result object to all, so that its text is made once', async () => {
    const { log, open } = start();
    const [first, second] = [await open(TICKS), await open(TICKS)];
    log.append();
    const [one, other] = [await first.next(), await second.next()];
    expect(one.value).toBe(other.value);
  });

  it('shares whatever the subscribers began after, and not between different variables', async () => {
    const { log, open, subscriptions } = start();
    log.append('A');
    await open(ENTRIES, { variables: { region: 'A' } });
    await open(ENTRIES, { variables: { region: 'A', after: cursorOf(0) } });
    await open(ENTRIES, { variables: { region: 'B' } });
    expect(subscriptions.count()).toEqual({ groups: 2, members: 3 });
  });

  it.each<[string, RequestScope, RequestScope, number]>([
    ['two of the public', PUBLIC, { ...PUBLIC, requestId: 'other' }, 1],
    ['two languages', PUBLIC, { ...PUBLIC, locale: 'en' }, 2],
    [
      'two accounts of equal rights',
      scopeOf({ regions: ['1', '2'] }),
      scopeOf({ subject: 'b', regions: ['2', '1'], expiresAt: 3_999_999_999 }),
      1,
    ],
    ['two regions', scopeOf({ regions: ['1'] }), scopeOf({ regions: ['2'] }), 2],
    ['two roles', scopeOf({}), scopeOf({ role: 'EDITOR' }), 2],
    ['two institutions', scopeOf({ institution: 'x' }), scopeOf({ institution: 'y' }), 2],
    ['the public and a signed-in person', PUBLIC, scopeOf({}), 2],
  ])('%s', async (_name, first, second, groups) => {
    const { open, subscriptions } = start();
    await open(TICKS, { scope: first });
    await open(TICKS, { scope: second });
    expect(subscriptions.count().groups).toBe(groups);
  });

  it('shows the subgraph nobody in particular', async () => {
    const { log, open } = start();
    await open(TICKS, { scope: scopeOf({ subject: 'a clerk', regions: ['2', '1'] }) });
    expect(log.requests[0]?.scope.viewer).toMatchObject({
      subject: 'shared-subscription',
      role: 'OPERATOR',
      regions: ['1', '2'],
    });
  });

  it('closes the upstream when the last subscriber leaves, also one that waits', async () => {
    const { log, open, subscriptions } = start();
    const [first, second] = [await open(TICKS), await open(TICKS)];
    const waiting = first.next();
    await first.return?.();
    expect(await waiting).toMatchObject({ done: true });
    expect(log.counts.open).toBe(1);
    await second.return?.();
    expect(log.counts.open).toBe(0);
    expect(subscriptions.count().groups).toBe(0);
  });

  it('lets a subscriber leave by its signal', async () => {
    const { log, open } = start();
    const caller = new AbortController();
    const stream = await open(TICKS, { signal: caller.signal });
    caller.abort();
    expect(await readEnd(stream)).toBe('complete');
    expect(log.counts.open).toBe(0);
  });
});

describe('refusals', () => {
  it('are told instead of a stream, and leave nothing open', async () => {
    const { log, ask, subscriptions } = start();
    log.append();
    for (const [variables, code] of [
      [{ after: 'nonsense' }, 'CURSOR_INVALID'],
      [{ after: cursorOf(9) }, 'CURSOR_FOREIGN'],
      [{ region: 0 }, 'BAD_USER_INPUT'],
    ] as const) {
      const answer = await ask(ENTRIES, { variables });
      expect('errors' in answer && codesOf(answer.errors)).toEqual([code]);
    }
    log.away = true;
    const answer = await ask(TICKS);
    expect('errors' in answer && codesOf(answer.errors)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    await settled();
    expect([log.counts.open, subscriptions.count().groups]).toEqual([0, 0]);
  });

  it('leave those alone who share the operation', async () => {
    const { log, ask, open } = start();
    const stream = await open(ENTRIES);
    await ask(ENTRIES, { variables: { after: 'nonsense' } });
    log.append();
    expect(await readEvents(stream, 1)).toEqual([1]);
  });
});

describe('a token that expires', () => {
  it('ends its own subscription and not the group', async () => {
    const { log, time, open } = start();
    const short = await open(TICKS, { scope: scopeOf({ expiresAt: time.seconds + 60 }) });
    const long = await open(TICKS, { scope: scopeOf({ expiresAt: time.seconds + 86_400 * 60 }) });
    log.append();
    await time.pass(60_000);
    expect(await readEnd(short)).toEqual(['UNAUTHENTICATED']);
    expect(await readEvents(long, 1)).toEqual([1]);
    expect((await short.next()).done).toBe(true);
  });

  it('is refused when it has expired before', async () => {
    const { time, ask } = start();
    const answer = await ask(TICKS, { scope: scopeOf({ expiresAt: time.seconds }) });
    expect('errors' in answer && codesOf(answer.errors)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a slow subscriber', () => {
  it('of a resumable stream reads the log for itself and misses nothing', async () => {
    const { log, open } = start({ queuedEvents: 3, recentEvents: 0 });
    const [slow, fast] = [await open(ENTRIES), await open(ENTRIES)];
    const seen = readEvents(fast, 20);
    for (let count = 0; count < 20; count += 1) {
      log.append();
      await settled();
    }
    expect(await seen).toHaveLength(20);
    expect(await readEvents(slow, 20)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(log.counts.openings).toBe(2);
    log.append();
    expect(await readEvents(slow, 1)).toEqual([21]);
    await slow.next();
    expect(log.counts.open).toBe(1);
  });

  it('that missed little has it from memory', async () => {
    const { log, open } = start({ queuedEvents: 3, recentEvents: 3 });
    const slow = await open(ENTRIES);
    for (let count = 0; count < 3; count += 1) log.append();
    expect(await readEvents(slow, 3)).toEqual([1, 2, 3]);
    const late = await open(ENTRIES, { after: cursorOf(1) });
    expect(await readEvents(late, 2)).toEqual([2, 3]);
    expect(log.counts.openings).toBe(1);
  });

  it('of a stream that can not be resumed is told that it was too slow', async () => {
    const { log, open } = start({ queuedEvents: 3 });
    const slow = await open(TICKS);
    for (let count = 0; count < 5; count += 1) log.append();
    await settled();
    expect(await readEnd(slow)).toEqual(['SUBSCRIPTION_OVERRUN']);
  });

  it('is bounded by the size of events as well as by their count', async () => {
    const { log, open } = start({ queuedCharacters: 1_000 });
    log.textLength = 600;
    const slow = await open(TICKS);
    log.append();
    log.append();
    await settled();
    expect(await readEnd(slow)).toEqual(['SUBSCRIPTION_OVERRUN']);
  });

  it('still gets an event that is larger than its queue', async () => {
    const { log, open } = start({ queuedCharacters: 100 });
    log.textLength = 600;
    const stream = await open(TICKS);
    log.append();
    expect(await readEvents(stream, 1)).toEqual([1]);
  });
});
