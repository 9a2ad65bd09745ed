import { expect, it } from 'vitest';
import { PLACEMENTS } from '../support/hubs.ts';
import { probe } from '../hub/secrecy/probes.ts';

const PROBES = 100_000;

it('shows nobody a document that is not public, looked at 100,000 times', async () => {
  const hub = await PLACEMENTS[0].start();
  const { leaks, seen, events } = await probe(hub, PROBES, 'secrecy long');
  await hub.close();
  expect(leaks).toEqual([]);
  expect(seen).toBeGreaterThan(PROBES / 20);
  expect(events).toBeGreaterThan(100);
});
