import { describe, expect, it } from 'vitest';
import { PLACEMENTS } from '../../support/hubs.ts';
import { probe } from './probes.ts';

/** `npm run test:long` looks 100,000 times. */
const PROBES = 500;

describe.each(PLACEMENTS)('the $placement hub', ({ isAvailable, start }) => {
  it.skipIf(!isAvailable)(
    'shows nobody a document that is not public, whoever looks, whenever and by whichever way',
    async () => {
      const hub = await start();
      const { leaks, seen, events } = await probe(hub, PROBES, 'secrecy');
      await hub.close();
      expect(leaks).toEqual([]);
      expect(seen).toBeGreaterThan(PROBES / 20);
      expect(events).toBeGreaterThan(0);
    },
    120_000,
  );
});
