import { describe, expect, it } from 'vitest';
import { faults, federate } from './federation.ts';

function slow(requestMs?: number) {
  const hub = federate(
    {
      quick: { types: 'type Query { quick: Int }', resolvers: { Query: { quick: () => 1 } } },
      slow: { types: 'type Query { slow: Int }' },
    },
    requestMs === undefined ? {} : { limits: { requestMs } },
  );
  let hear = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    hear = resolve;
  });
  hub.replace('slow', ({ signal }) => {
    signal?.addEventListener('abort', hear);
    return new Promise(() => undefined);
  });
  return { hub, aborted };
}

describe('a request that ends before its answer', () => {
  it('is cancelled by its caller, keeps what has arrived, and stops its subgraphs', async () => {
    const { hub, aborted } = slow();
    const caller = new AbortController();
    const answering = hub.ask('{ quick slow }', {}, caller.signal);
    setImmediate(() => {
      setImmediate(() => {
        caller.abort();
      });
    });
    const result = await answering;
    expect(result.data).toEqual({ quick: 1, slow: null });
    expect(faults(result)).toEqual([{ code: 'CANCELLED', path: 'slow' }]);
    await aborted;
  });

  it('runs out of time', async () => {
    const { hub, aborted } = slow(20);
    const result = await hub.ask('{ quick slow }');
    expect(result.data).toEqual({ quick: 1, slow: null });
    expect(faults(result)).toEqual([{ code: 'TIMEOUT', path: 'slow' }]);
    expect(result.errors?.[0]?.message).toContain('20 ms');
    await aborted;
  });

  it('asks nobody when its caller has gone already', async () => {
    const { hub } = slow();
    const result = await hub.ask('{ quick }', {}, AbortSignal.abort());
    expect(faults(result)).toEqual([{ code: 'CANCELLED', path: 'quick' }]);
    expect(hub.asked).toHaveLength(0);
  });
});
