import { randomBytes } from 'node:crypto';
import type { SqlRunner } from '../../../../core/sql.ts';
import { JUMP } from '../../rules/checks/unusual-amounts.ts';
import type { Finding } from '../../rules/finding.ts';
import type { FindingCode } from '../../rules/finding-codes.ts';
import { sameThing, sameValue, THING_COLUMNS } from './columns.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** So many are read at a time. */
const BATCH = 2_000;

/** Where a staged line `s` stands in the file, and what its amount cell says. */
const PLACE = `s.sheet, s.file_row AS row, s.file_column AS column, s.heading,
  coalesce(s.amount_text, trim_scale(s.amount)::text) AS got`;

/** What things that are the same have in common; eight bytes, of which a million are sorted in memory. */
const THING_HASH = `hash_record_extended(ROW(${THING_COLUMNS.map(({ column }) => column).join(', ')}), 0)`;

/**
 * Lines that name a thing which an earlier line named: with the same price or with another one. In one transaction.
 *
 * @see rule H7
 */
export async function* repeatedLines(
  tx: SqlRunner,
  table: StagedTable,
): AsyncGenerator<readonly Finding[], void, void> {
  const [counted] = await tx.$queryRawUnsafe<{ any: boolean }[]>(
    `SELECT count(*) > count(DISTINCT ${THING_HASH}) AS any FROM ${table}`,
  );
  if (counted?.any !== true) return;
  const thing = THING_COLUMNS.map(({ column }) => column).join(', ');
  yield* findingsOf(
    tx,
    `SELECT CASE WHEN ${sameValue('s', 'f')} THEN 'PRICE_LISTED_TWICE' ELSE 'PRICE_REPEATED' END AS code, ${PLACE},
       coalesce(f.file_row::text, f.heading, f.line::text) AS expected
       FROM (SELECT ${thing}, min(line) AS line FROM ${table} GROUP BY ${thing} HAVING count(*) > 1) again
       JOIN ${table} f ON f.line = again.line
       JOIN ${table} s ON ${sameThing('s', 'again')} AND s.line > again.line
      ORDER BY s.line`,
  );
}

/** Takes lines out that say again what an earlier one says. */
export async function dropLinesListedTwice(tx: SqlRunner, table: StagedTable): Promise<void> {
  const thing = THING_COLUMNS.map(({ column }) => column).join(', ');
  await tx.$queryRawUnsafe(
    `DELETE FROM ${table} s USING (
       SELECT ${thing}, digest, min(line) AS line FROM ${table} GROUP BY ${thing}, digest HAVING count(*) > 1
     ) f WHERE ${sameThing('s', 'f')} AND s.digest = f.digest AND s.line > f.line`,
  );
}

/** Amounts that are about ten times the one in force, or a tenth of it. After the difference is worked out. */
export function jumpedPrices(tx: SqlRunner, table: StagedTable): AsyncGenerator<readonly Finding[], void, void> {
  return findingsOf(
    tx,
    `SELECT 'PRICE_JUMPED' AS code, ${PLACE}, trim_scale(p.amount)::text AS expected
       FROM ${differenceOf(table)} d JOIN ${table} s ON s.line = d.line JOIN pricing.price p ON p.id = d.before_id
      WHERE d.outcome IN ('CHANGES', 'MENDS') AND s.amount > 0 AND p.amount > 0
        AND (s.amount >= ${String(JUMP)} * p.amount OR p.amount >= ${String(JUMP)} * s.amount)
      ORDER BY s.line`,
  );
}

/** Findings of a statement, page by page; it gives code, place, expected and got. */
export async function* findingsOf(tx: SqlRunner, sql: string): AsyncGenerator<readonly Finding[], void, void> {
  const cursor = `found_${randomBytes(6).toString('hex')}`;
  await tx.$queryRawUnsafe(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await tx.$queryRawUnsafe<(Finding & { readonly code: FindingCode })[]>(
      `FETCH ${String(BATCH)} FROM ${cursor}`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await tx.$queryRawUnsafe(`CLOSE ${cursor}`);
}
