import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../core/clock.ts';
import { openLog, type Log } from '../../../../feed/log.ts';
import { openDatabase, type Database } from '../../../../prisma/storage/database.ts';
import { migrate } from '../../../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../../../prisma/storage/project.ts';
import type { RunningSubgraph } from '../../../../subgraphs/kit/subgraph.ts';
import { sentiment } from '../../../../subgraphs/sentiment/index.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { createPostgresDatabase } from '../../../support/server.ts';

const KILLS = Number(process.env['KILLS'] ?? 5);
/** Clocks that are set before each kill. */
const CLOCKS = 3_000;

describe('processes that tell alarms and are killed', () => {
  const { isAvailable } = DATABASE_KINDS[1];
  let scratch: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let log: Log;
  let here: RunningSubgraph;
  beforeAll(async () => {
    if (!isAvailable) return;
    scratch = await createPostgresDatabase();
    database = await openDatabase({ kind: 'postgres', url: scratch.url });
    await migrate(PROJECTS, database.pool);
    log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
    here = sentiment.start({ database, log, clock: systemClock, ...CONFIGURED });
  }, 60_000);
  afterAll(async () => {
    if (!isAvailable) return;
    await here.close();
    await log.close();
    await database.close();
    await scratch.drop();
  });

  it.skipIf(!isAvailable)(
    'leave every alarm told once, by whoever comes after',
    { timeout: 60_000 * KILLS },
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await database.pool.query(RUN_OUT, [String(kill), CLOCKS]);
        const killed = started();
        await killed.hears('telling');
        // Both at once, of which one is killed wherever it happens to be.
        const told = here.chores.run();
        await wait(Math.random() * 400);
        killed.child.kill('SIGKILL');
        await Promise.all([killed.ended, told]);
      }
      // A server notices a vanished client a moment later, and frees what it had in hand.
      while ((await waiting()) > 0) await here.chores.run();
      const { rows } = await database.pool.query<{ stages: number; clocks: number; entries: number }>(`
      SELECT count(*)::int AS entries, count(DISTINCT (a.clock_id, a.stage))::int AS stages,
             count(DISTINCT a.clock_id)::int AS clocks
        FROM feed.entry e JOIN sentiment.deadline_alarm a ON a.id = e.subject_id WHERE e.subject = 'DEADLINE_ALARM'`);
      // The two that were still to come of each: an hour before the end, and the breach.
      expect(rows).toEqual([{ entries: 2 * KILLS * CLOCKS, stages: 2 * KILLS * CLOCKS, clocks: KILLS * CLOCKS }]);
      const { rows: kept } = await database.pool.query('SELECT count(*)::int AS kept FROM sentiment.deadline_alarm');
      expect(kept).toEqual([{ kept: 2 * KILLS * CLOCKS }]);
    },
  );

  async function waiting(): Promise<number> {
    const text = 'SELECT count(*)::int AS waiting FROM sentiment.response_clock WHERE next_alarm_at IS NOT NULL';
    return (await database.pool.query<{ waiting: number }>(text)).rows[0]?.waiting ?? 0;
  }

  function started() {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/subgraphs/sentiment/alarms/telling-process.ts', scratch.url],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return {
      child,
      ended: once(child, 'exit'),
      hears: async (word: string) => {
        while (!output.includes(`${word}\n`) && child.exitCode === null && child.signalCode === null) {
          await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
        }
        if (!output.includes(`${word}\n`)) throw new Error(`Expected "${word}" before the process ended.`);
      },
    };
  }
});

/** Matters whose clocks ran out while nobody was there, with two stages to be told of each. */
const RUN_OUT = `
  WITH made AS (
    INSERT INTO sentiment.opinion_event (id, region_code, title, source, status, detected_at, recorded_by, recorded_at)
    SELECT $1 || '-' || n, '140521', '事件', 'OTHER', 'OPEN', now() - interval '3 days', 'test', now()
      FROM generate_series(1, $2::int) n RETURNING id)
  INSERT INTO sentiment.response_clock (id, event_id, kind, started_at, due_at, rules, region_code, next_stage, next_alarm_at)
  SELECT id, id, 'RESPONSE', now() - interval '3 days', now() - interval '1 day', '{P1}', '140521', 'DUE_IN_1H',
         now() - interval '25 hours'
    FROM made`;
