import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../prisma/storage/database.ts';
import { migrate } from '../../../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../../../prisma/storage/project.ts';
import { DATABASE_KINDS, openMigratedMemory } from '../../../support/databases.ts';
import { createPostgresDatabase } from '../../../support/server.ts';
import { diceOf } from './simulation/dice.ts';
import { simulate, type Size } from './simulation/simulate.ts';
import { judge } from './simulation/verdict.ts';

const SMALL: Size = { matters: 300, steps: 80, restarts: 8, byCommand: 2 };
const NOTHING = { missed: [], wrong: [], repeated: [], misdated: [], unlogged: 0 };
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('alarms in virtual time', () => {
  it(
    `are told once each, at the first look after their stage, on embedded (seed ${String(seed)})`,
    { timeout: 60_000 },
    async () => {
      const database = await openMigratedMemory();
      const happened = await simulate([database, database], SMALL, diceOf(seed));
      const { told, ...verdict } = await judge(database, happened);
      await database.close();
      expect(verdict).toEqual(NOTHING);
      expect(told).toBeGreaterThan(SMALL.matters);
    },
  );

  it.skipIf(!DATABASE_KINDS[1].isAvailable)(
    `are told once each by two processes over one server (seed ${String(seed)})`,
    { timeout: 60_000 },
    async () => {
      const { url, drop } = await createPostgresDatabase();
      const databases = [await openDatabase({ kind: 'postgres', url }), await openDatabase({ kind: 'postgres', url })];
      const [first] = databases;
      if (first === undefined) throw new Error('Expected a database.');
      await migrate(PROJECTS, first.pool);
      const happened = await simulate(databases, SMALL, diceOf(seed));
      const { told, ...verdict } = await judge(first, happened);
      for (const database of databases) await database.close();
      await drop();
      expect(verdict).toEqual(NOTHING);
      expect(told).toBeGreaterThan(SMALL.matters);
    },
  );
});
