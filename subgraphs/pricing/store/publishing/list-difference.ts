import type { CivilDate } from '../../../../core/civil-date.ts';
import type { SqlRunner } from '../../../../core/sql.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import { sameThing, sameValue } from './columns.ts';
import { differenceOf, type StagedTable } from './staged-table.ts';

/** Of whose prices a staged list takes the place, and from when on. */
export interface Succession {
  readonly institutionId: string;
  readonly kind: PriceKind;
  readonly currency: string;
  readonly effectiveOn: CivilDate;
}

/**
 * What a line of a list, or a price in force, comes to when the list is published:
 *
 * - APPEARS: a thing that had no price
 * - CHANGES: the price in force ends, and another begins
 * - MENDS: the price in force began on the same day, so it never held, and is written over
 * - ENDS: the list does not name the thing any more
 * - NEVER_HELD: the same, of a price that began on the same day
 */
export const OUTCOMES = ['APPEARS', 'CHANGES', 'MENDS', 'ENDS', 'NEVER_HELD'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Works out what a staged list changes of the prices in force, into a temporary table of `line`, `before_id` and
 * `outcome`; what stays the same is not in it. One set-based statement, whatever the size: only what differs is written
 * afterwards.
 *
 * @see rule H7 (变动及时调整)
 */
export async function workOutDifference(
  sql: SqlRunner,
  table: StagedTable,
  { institutionId, kind, currency, effectiveOn }: Succession,
): Promise<void> {
  const difference = differenceOf(table);
  await sql.$queryRawUnsafe(
    `CREATE TEMPORARY TABLE ${difference} (line integer, before_id text COLLATE "C", outcome text NOT NULL)`,
  );
  await sql.$queryRawUnsafe(
    `INSERT INTO ${difference} (line, before_id, outcome)
     SELECT s.line, p.id, CASE
         WHEN p.id IS NULL THEN 'APPEARS'
         WHEN s.line IS NULL THEN CASE WHEN p.effective_on < $4::date THEN 'ENDS' ELSE 'NEVER_HELD' END
         WHEN p.effective_on < $4::date THEN 'CHANGES' ELSE 'MENDS' END
       FROM ${table} s FULL JOIN (
         SELECT * FROM pricing.price WHERE institution_id = $1 AND kind = $2::pricing.price_kind AND ended_on IS NULL
       ) p ON ${sameThing('s', 'p')}
      WHERE p.id IS NULL OR s.line IS NULL OR p.currency <> $3 OR NOT ${sameValue('s', 'p')}`,
    institutionId,
    kind,
    currency,
    effectiveOn,
  );
}

/** How many prices a difference begins, changes and ends, and how many in force it leaves as they are. */
export interface DifferenceCounts {
  readonly appeared: number;
  readonly changed: number;
  readonly ended: number;
  readonly standing: number;
}

export async function countChanges(sql: SqlRunner, table: StagedTable): Promise<DifferenceCounts> {
  const rows = await sql.$queryRawUnsafe<DifferenceCounts[]>(
    `SELECT d.*, (SELECT count(*)::int FROM ${table}) - d.appeared - d.changed AS standing FROM (
       SELECT count(*) FILTER (WHERE outcome = 'APPEARS')::int AS appeared,
         count(*) FILTER (WHERE outcome IN ('CHANGES', 'MENDS'))::int AS changed,
         count(*) FILTER (WHERE outcome IN ('ENDS', 'NEVER_HELD'))::int AS ended FROM ${differenceOf(table)}) d`,
  );
  return rows[0] ?? { appeared: 0, changed: 0, ended: 0, standing: 0 };
}
