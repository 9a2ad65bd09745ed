import type { SqlRunner } from '../../../../core/sql.ts';
import { named, ROW_COLUMNS, VALUE_COLUMNS } from './columns.ts';
import type { Succession } from './list-difference.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** The list that a difference is written for. */
export interface WrittenList extends Succession {
  readonly id: string;
  readonly isSample: boolean;
}

/**
 * The id of the price that begins with a line of a list, as SQL over the staged line `s`: unless one is given, the list's
 * own with the number of the line at its end, so that the prices of a list stand together in the index.
 *
 * @param listId - SQL that gives the id of the list, a UUID
 */
export function priceIdOf(listId: string): string {
  return `coalesce(s.id, substr(${listId}, 1, 24) || lpad(to_hex(s.line), 12, '0'))`;
}

/**
 * Writes what a staged list changes, and nothing else: ended periods end on its first day, new ones begin. What began on
 * that same day never held: it is written over, or goes. Three statements for any size.
 */
export async function writeDifference(tx: SqlRunner, table: StagedTable, list: WrittenList): Promise<void> {
  const difference = differenceOf(table);
  await tx.$queryRawUnsafe(
    `UPDATE pricing.price p SET ended_on = $1::date FROM ${difference} d
      WHERE p.id = d.before_id AND d.outcome IN ('CHANGES', 'ENDS')`,
    list.effectiveOn,
  );
  await tx.$queryRawUnsafe(
    `DELETE FROM pricing.price p USING ${difference} d WHERE p.id = d.before_id AND d.outcome = 'NEVER_HELD'`,
  );
  await tx.$queryRawUnsafe(
    `UPDATE pricing.price p SET list_id = $1, currency = $2, digest = s.digest,
       ${VALUE_COLUMNS.map(({ column }) => `${column} = s.${column}`).join(', ')}
       FROM ${difference} d JOIN ${table} s ON s.line = d.line WHERE p.id = d.before_id AND d.outcome = 'MENDS'`,
    list.id,
    list.currency,
  );
  await begin(tx, table, list);
}

async function begin(tx: SqlRunner, table: StagedTable, list: WrittenList): Promise<void> {
  await tx.$queryRawUnsafe(
    `INSERT INTO pricing.price (id, institution_id, list_id, kind, currency, effective_on, is_sample,
       digest, ${ROW_COLUMNS.map(({ column }) => column).join(', ')})
     SELECT ${priceIdOf('$1::text')}, $2, $1, $3::pricing.price_kind, $4, $5::date, $6, s.digest, ${named(ROW_COLUMNS, 's')}
       FROM ${differenceOf(table)} d JOIN ${table} s ON s.line = d.line WHERE d.outcome IN ('APPEARS', 'CHANGES')`,
    list.id,
    list.institutionId,
    list.kind,
    list.currency,
    list.effectiveOn,
    list.isSample,
  );
}
