import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../prisma/storage/database.ts';
import { migrate } from '../../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../../prisma/storage/project.ts';
import { openLog } from '../../../feed/log.ts';
import { systemClock } from '../../../core/clock.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { createPostgresDatabase } from '../../support/server.ts';
import { digestInForce } from './digest-in-force.ts';

const INSTITUTION = 'hospital';
const ROWS = 3_000;
const KILLS = process.env['KILLS'] === undefined ? 4 : Number(process.env['KILLS']);

describe('imports that are killed', () => {
  let scratch: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let folder: string;
  const { isAvailable } = DATABASE_KINDS[1];
  beforeAll(async () => {
    if (!isAvailable) return;
    scratch = await createPostgresDatabase();
    database = await openDatabase({ kind: 'postgres', url: scratch.url });
    await migrate(PROJECTS, database.pool);
    const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock: systemClock });
    await log.close();
    await database.pool.query(
      `INSERT INTO pricing.followed_institution (id, name, kind, region_code) VALUES ($1, '医院', 'HOSPITAL', '140521')`,
      [INSTITUTION],
    );
    folder = await mkdtemp(join(tmpdir(), 'killed-import-'));
    await Promise.all([0, 1].map((edition) => writeFile(join(folder, `${String(edition)}.csv`), listText(edition))));
  }, 60_000);
  afterAll(async () => {
    if (!isAvailable) return;
    await database.close();
    await scratch.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it.skipIf(!isAvailable)(
    'leave the list before or the whole new one, its entries with it, and no temporary table',
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await importUntilKilled(Math.random() * 900);
        await serverAtRest(database);
        const lists = await database.pool.query<{ id: string; digest: string; rows: number }>(
          `SELECT id, rows_digest AS digest, rows FROM pricing.price_list ORDER BY published_at DESC, id LIMIT 1`,
        );
        const [latest] = lists.rows;
        const inForce = await digestInForce(database, INSTITUTION, 'SERVICE');
        expect(inForce).toEqual(
          latest === undefined ? { rows: 0, digest: digestOfNothing() } : { rows: ROWS, digest: latest.digest },
        );
        const told = await database.pool.query<{ lists: number; entries: number }>(
          `SELECT (SELECT count(*)::int FROM pricing.price_list) AS lists,
                  (SELECT count(*)::int FROM feed.entry WHERE subject = 'PRICE_LIST') AS entries`,
        );
        expect(told.rows[0]?.entries).toBe(told.rows[0]?.lists);
        const tables = await database.pool.query(`SELECT relname FROM pg_class WHERE relname LIKE 'staged\\_%'`);
        expect(tables.rows).toEqual([]);
      }
    },
    600_000,
  );

  async function importUntilKilled(afterMs: number): Promise<void> {
    const files = ['0.csv', '1.csv'].map((name) => join(folder, name));
    const script = 'test/subgraphs/pricing/importing-process.ts';
    const importer = spawn(process.execPath, ['--import', 'tsx', script, scratch.url, INSTITUTION, ...files], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(importer.stdout, 'data');
    await wait(afterMs);
    importer.kill('SIGKILL');
    await once(importer, 'exit');
  }
});

/** A server notices a vanished client a moment later, and ends what it was doing. */
async function serverAtRest({ pool }: Database): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
          AND (state <> 'idle' OR query LIKE '%staged%')`,
    );
    if (rows[0]?.others === 0) return;
    await wait(20);
  }
}

function digestOfNothing(): string {
  return createHash('sha256').digest('hex');
}

function listText(edition: number): string {
  const lines = Array.from({ length: ROWS }, (_line, index) => {
    const amount = index % 3 === 0 ? index + 10 + edition : index + 10;
    return `${String(310_000_000 + index)},项目${String(index)},次,${String(amount)},政府指导价`;
  });
  return ['项目编码,项目名称,计价单位,价格,价格形式', ...lines].join('\n');
}
