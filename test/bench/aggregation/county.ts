import { randomUUID } from 'node:crypto';
import type { CivilDate } from '../../../core/civil-date.ts';
import { systemClock } from '../../../core/clock.ts';
import { append, type EntryToAppend } from '../../../feed/append.ts';
import { inTransaction } from '../../../prisma/storage/bulk-session.ts';
import { loadSample, openGround } from '../../../subgraphs/index.ts';
import type { Ground } from '../../../subgraphs/ground.ts';
import { priceListPublished } from '../../../subgraphs/pricing/events.ts';
import { ROW_COLUMNS } from '../../../subgraphs/pricing/store/publishing/columns.ts';
import { createList } from '../../../subgraphs/pricing/store/publishing/price-lists.ts';
import { ROW_DIGEST } from '../../../subgraphs/pricing/store/publishing/staged-table.ts';

export const COUNTY = '140521';

/** Opens a county with the sample. */
export async function openCounty(dataFolder: string, databaseUrl: string): Promise<Ground> {
  const ground = await openGround({ dataFolder, databaseUrl, hub: COUNTY, clock: systemClock });
  await loadSample(ground.database.pool, ground.log);
  return ground;
}

/** Writes entries, a thousand a transaction. */
export async function commit({ database: { pool }, log }: Ground, entries: readonly EntryToAppend[]): Promise<void> {
  for (let at = 0; at < entries.length; at += 1_000) {
    const client = await pool.connect();
    try {
      await inTransaction(client, (tx) => append(tx, entries.slice(at, at + 1_000)));
    } finally {
      client.release();
    }
  }
  log.wake();
}

/** So many documents like those of the sample, under ids of their own. */
export async function documents({ log }: Ground, count: number): Promise<EntryToAppend[]> {
  const filter = { subjects: ['DOCUMENT'], regions: [COUNTY] } as const;
  const read = await log.read({ after: null, first: 1_000, filter });
  const entries = read.entries.filter(({ kind }) => kind !== 'WITHDRAWN');
  return Array.from({ length: count }, (_one, n) => {
    const like = entries[n % entries.length];
    if (like === undefined) throw new Error('The sample has no document of the county.');
    const { subject, occurredAt, regionCode, publisherId, catalogueItemIds, payload } = like;
    const title = `第${String(n)}号文件`;
    const own = { ...payload, title, documentNumber: null, superior: null, amends: [], repeals: [] };
    const about = { kind: 'PUBLISHED', subject, subjectId: randomUUID(), occurredAt } as const;
    return { ...about, regionCode, publisherId, catalogueItemIds, payload: own };
  });
}

/** A price list of so many rows, as if it had been imported. */
export async function priceList({ database: { pool }, log }: Ground, rows: number): Promise<void> {
  const found = await pool.query<{ id: string }>(
    `select id from pricing.followed_institution i where region_code = $1
      and not exists (select from pricing.price_list l where l.institution_id = i.id and l.kind = 'CONSUMABLE') limit 1`,
    [COUNTY],
  );
  const institution = { id: found.rows[0]?.id ?? '', regionCode: COUNTY };
  const head = {
    ...{
      id: randomUUID(),
      institutionId: institution.id,
      kind: 'CONSUMABLE' as const,
      title: '医用耗材价格表',
      currency: 'CNY',
    },
    ...{ effectiveOn: '2026-10-01' as CivilDate, publishedAt: new Date(), supersedesId: null, isSample: true },
  } as const;
  const client = await pool.connect();
  try {
    await inTransaction(client, async (tx) => {
      await tx.$queryRawUnsafe(WRITE, head.id, institution.id, rows);
      const [digest] = await tx.$queryRawUnsafe<{ of: string }[]>(
        `select encode(sha256(string_agg(digest, ''::bytea order by digest)), 'hex') as of from pricing.price where list_id = $1`,
        head.id,
      );
      await createList(tx, head, rows, digest?.of ?? '');
      await append(tx, [priceListPublished({ ...head, rows, rowsDigest: digest?.of ?? '' }, institution, [])]);
    });
  } finally {
    client.release();
  }
  log.wake();
}

const MADE: Readonly<Record<string, string>> = {
  code: `'C' || lpad(n::text, 8, '0')`,
  name: `'一次性使用耗材第' || (n % 20000)::text || '号'`,
  specification: `(n % 37)::text || 'mm'`,
  unit: `'个'`,
  manufacturer: `'第' || (n % 800)::text || '医疗器械厂'`,
  amount: `(n % 100000) / 100.0 + 1`,
  mode: `'MARKET_REGULATED'`,
  approvalNumber: `'国械注准' || lpad((n % 50000)::text, 11, '2')`,
};

const WRITE = `
insert into pricing.price (id, institution_id, list_id, kind, currency, effective_on, is_sample, digest,
  ${ROW_COLUMNS.map(({ column }) => column).join(', ')})
select substr($1::text, 1, 24) || lpad(to_hex(n), 12, '0'), $2, $1, 'CONSUMABLE', 'CNY', '2026-10-01', true, ${ROW_DIGEST},
  ${ROW_COLUMNS.map(({ column }) => column).join(', ')}
from (select n, ${ROW_COLUMNS.map(({ cell, column, type }) => `(${MADE[cell] ?? 'null'})::${type} as ${column}`).join(', ')}
  from generate_series(1, $3::int) as n) made`;
