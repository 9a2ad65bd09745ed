import { describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { simulatedEmbedded, simulatedOnServer } from './simulated.ts';
import type { Size } from './simulation/simulate.ts';

const SMALL: Size = { matters: 300, steps: 80, restarts: 8, byCommand: 2 };
const NOTHING = { missed: [], wrong: [], repeated: [], misdated: [], unlogged: 0 };
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('alarms in virtual time', () => {
  it.each([
    ['two processes over an embedded database', true, simulatedEmbedded],
    ['two processes over a server', DATABASE_KINDS[1].isAvailable, simulatedOnServer],
  ])(
    `are told once each, at the first look after their stage, by %s (seed ${String(seed)})`,
    { timeout: 120_000 },
    async (_where, isAvailable, simulated) => {
      if (!isAvailable) return;
      const { told, ...verdict } = (await simulated(SMALL, seed)).verdict;
      expect(verdict).toEqual(NOTHING);
      expect(told).toBeGreaterThan(SMALL.matters);
    },
  );
});
