import { randomBytes } from 'node:crypto';
import type { SqlRunner } from '../../../../core/sql.ts';
import { addNames } from '../names.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** So many are added at a time. */
const BATCH = 5_000;

/** Makes the names searchable that come up with a staged list for the first time. */
export async function addNewNames(tx: SqlRunner, table: StagedTable): Promise<void> {
  const cursor = `names_${randomBytes(6).toString('hex')}`;
  await tx.$queryRawUnsafe(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR
     SELECT fresh.name FROM (
       SELECT DISTINCT s.name FROM ${table} s WHERE EXISTS (SELECT FROM ${differenceOf(table)} WHERE outcome = 'APPEARS')
     ) fresh WHERE NOT EXISTS (SELECT FROM pricing.priced_name known WHERE known.name = fresh.name)
     ORDER BY fresh.name`,
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
