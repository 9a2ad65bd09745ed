import { describe, expect, it } from 'vitest';
import { ENTRIES, start, TICKS } from './hub.ts';
import { logGateway } from './log-gateway.ts';
import { cursorOf, LogSubgraph, outage } from './log-subgraph.ts';
import { codesOf, readEnd, readEvents, settled } from './readers.ts';

describe('a lost subgraph', () => {
  it('is a pause, not an end, for a resumable stream', async () => {
    const { log, time, open } = start();
    const [first, second] = [await open(ENTRIES), await open(ENTRIES)];
    log.append();
    const seen = [readEvents(first, 3), readEvents(second, 3)];
    await settled();
    log.away = true;
    log.break();
    log.append();
    await time.pass(20_000);
    log.away = false;
    await time.pass(5_000);
    log.append();
    expect(await Promise.all(seen)).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('is told after a bounded time', async () => {
    const { log, time, open, subscriptions } = start({ giveUpMs: 10_000 });
    const stream = await open(ENTRIES);
    await settled();
    log.away = true;
    log.break();
    await time.pass(20_000);
    expect(await readEnd(stream)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(subscriptions.count().groups).toBe(0);
  });

  it('is told at once when the stream can not be resumed', async () => {
    const { log, open } = start();
    const stream = await open(TICKS);
    log.break([outage()]);
    expect(await readEnd(stream)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it('that completes its stream completes the subscription, for those who are behind after the rest', async () => {
    const { log, open } = start({ recentEvents: 0 });
    for (let count = 0; count < 3; count += 1) log.append();
    const [live, behind] = [await open(ENTRIES), await open(ENTRIES, { after: cursorOf(0) })];
    const seen = readEvents(behind, 3);
    await seen;
    log.break(null);
    expect([await readEnd(live), await readEnd(behind)]).toEqual(['complete', 'complete']);
  });
});

describe('a hub that changes', () => {
  it('goes on over a new schema from where each stream was', async () => {
    const { log, time, open, subscriptions } = start({ recentEvents: 0 });
    const live = await open(ENTRIES);
    log.append();
    expect(await readEvents(live, 1)).toEqual([1]);
    const behind = await open(ENTRIES, { after: cursorOf(0) });
    const ticks = await open(TICKS);
    const next = new LogSubgraph();
    next.entries.push(...log.entries);
    next.append();
    subscriptions.replace(logGateway(next));
    await time.pass(0);
    next.append();
    expect(await readEvents(live, 2)).toEqual([2, 3]);
    expect(await readEvents(behind, 3)).toEqual([1, 2, 3]);
    expect(await readEvents(ticks, 1)).toEqual([3]);
    expect(log.counts.open).toBe(0);
  });

  it('tells every subscriber that it stops, after what was queued, and takes no more', async () => {
    const { log, ask, open, subscriptions } = start();
    const stream = await open(ENTRIES);
    log.append();
    await settled();
    subscriptions.close('a new version');
    expect(await readEvents(stream, 1)).toEqual([1]);
    const rest = [];
    for await (const delivery of stream) rest.push(delivery);
    expect(rest.at(-1)).toMatchObject({
      kind: 'end',
      errors: [{ message: expect.stringContaining('a new version') as string }],
    });
    const late = await ask(ENTRIES);
    expect('errors' in late && codesOf(late.errors)).toEqual(['SHUTTING_DOWN']);
    expect(log.counts.open).toBe(0);
  });
});
