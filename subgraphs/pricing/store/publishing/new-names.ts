import { randomBytes } from 'node:crypto';
import type { SqlRunner } from '../../../../core/sql.ts';
import { addNames } from '../names.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** So many are added at a time. */
const BATCH = 5_000;

/** Makes the names searchable that come up with a staged list for the first time. */
export function addNewNames(tx: SqlRunner, table: StagedTable): Promise<void> {
  return addNamesFrom(
    tx,
    `SELECT s.name FROM ${table} s WHERE EXISTS (SELECT FROM ${differenceOf(table)} WHERE outcome = 'APPEARS')`,
  );
}

/** Makes the names of the prices searchable that lists brought in. */
export async function addNamesOfLists(tx: SqlRunner, listIds: readonly string[]): Promise<void> {
  if (listIds.length === 0) return;
  await addNamesFrom(tx, `SELECT p.name FROM pricing.price p WHERE p.list_id = ANY ($1::text[])`, [...listIds]);
}

/**
 * @param source - SQL that gives names, each any number of times
 */
async function addNamesFrom(tx: SqlRunner, source: string, ...values: readonly unknown[]): Promise<void> {
  const cursor = `names_${randomBytes(6).toString('hex')}`;
  await tx.$queryRawUnsafe(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR
     SELECT fresh.name FROM (SELECT DISTINCT source.name FROM (${source}) source) fresh
      WHERE NOT EXISTS (SELECT FROM pricing.priced_name known WHERE known.name = fresh.name)
     ORDER BY fresh.name`,
    ...values,
  );
  for (;;) {
    const rows = await tx.$queryRawUnsafe<{ name: string }[]>(`FETCH ${String(BATCH)} FROM ${cursor}`);
    if (rows.length > 0)
      await addNames(
        tx,
        rows.map(({ name }) => name),
      );
    if (rows.length < BATCH) break;
  }
  await tx.$queryRawUnsafe(`CLOSE ${cursor}`);
}
