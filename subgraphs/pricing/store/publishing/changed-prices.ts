import { randomBytes } from 'node:crypto';
import type { SqlRunner } from '../../../../core/sql.ts';
import { BLANK_ROW, type PriceRow } from '../../rules/price-row.ts';
import { ROW_COLUMNS } from './columns.ts';
import type { Outcome } from './list-difference.ts';
import { priceIdOf } from './write-difference.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** A price that a list changes or ends. */
export interface ChangedPrice {
  /** Of the period that begins with the list, or of the one that ends. */
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'APPEARS'>;
  readonly before: PriceRow;
  /** When the period before began. */
  readonly beganOn: string;
  /** Null when it ends. */
  readonly after: PriceRow | null;
}

/** So many are read at a time. */
const BATCH = 2_000;

/**
 * The prices that a staged list changes, in the order of its lines, those that end last. To be read in the transaction
 * that publishes, before anything is written.
 */
export async function* changedPrices(
  tx: SqlRunner,
  table: StagedTable,
  listId: string,
): AsyncGenerator<readonly ChangedPrice[], void, void> {
  const cursor = `changed_${randomBytes(6).toString('hex')}`;
  await tx.$queryRawUnsafe(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR
     SELECT d.outcome, p.effective_on::text AS began_on,
       CASE d.outcome WHEN 'CHANGES' THEN ${priceIdOf(`'${listId}'`)} ELSE d.before_id END AS changed_id,
       ${cellsAsText('p', 'before')}, ${cellsAsText('s', 'after')}
       FROM ${differenceOf(table)} d JOIN pricing.price p ON p.id = d.before_id LEFT JOIN ${table} s ON s.line = d.line
      WHERE d.outcome <> 'APPEARS' ORDER BY d.line NULLS LAST, d.before_id`,
  );
  for (;;) {
    const rows = await tx.$queryRawUnsafe<Record<string, string | null>[]>(`FETCH ${String(BATCH)} FROM ${cursor}`);
    if (rows.length > 0) yield rows.map(changedPrice);
    if (rows.length < BATCH) break;
  }
  await tx.$queryRawUnsafe(`CLOSE ${cursor}`);
}

/** All cells of a table as texts, exact amounts in their shortest form. */
function cellsAsText(table: string, prefix: string): string {
  return ROW_COLUMNS.map(({ column, type }) => {
    const cell = `${table}.${column}`;
    const text = type === 'text' ? cell : type.startsWith('numeric') ? `trim_scale(${cell})::text` : `${cell}::text`;
    return `${text} AS ${prefix}_${column}`;
  }).join(', ');
}

function changedPrice(row: Readonly<Record<string, string | null>>): ChangedPrice {
  const outcome = row['outcome'] as ChangedPrice['outcome'];
  const hasEnded = outcome === 'ENDS' || outcome === 'NEVER_HELD';
  return {
    id: row['changed_id'] ?? '',
    outcome,
    before: rowOf(row, 'before'),
    beganOn: row['began_on'] ?? '',
    after: hasEnded ? null : rowOf(row, 'after'),
  };
}

function rowOf(row: Readonly<Record<string, string | null>>, prefix: string): PriceRow {
  const cells = ROW_COLUMNS.map(({ cell, column }) => [cell, row[`${prefix}_${column}`] ?? null]);
  return { ...BLANK_ROW, ...(Object.fromEntries(cells) as Partial<PriceRow>) };
}
