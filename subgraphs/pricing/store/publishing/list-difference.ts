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
 * `outcome`; what stays the same is not in it. Set-based, whatever the size, and only what differs is written afterwards.
 *
 * Lines and prices in force that say the same are set aside by their digests alone, which are nearly all of a list that
 * comes again; the rest is compared cell by cell, and with it a price from before digests were kept.
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
  const inForce = `pricing.price p WHERE p.institution_id = $1 AND p.kind = $2::pricing.price_kind AND p.ended_on IS NULL`;
  const [found] = await sql.$queryRawUnsafe<{ any: boolean }[]>(
    `SELECT EXISTS (SELECT FROM ${inForce}) AS any`,
    institutionId,
    kind,
  );
  if (found?.any !== true) {
    await sql.$queryRawUnsafe(`INSERT INTO ${difference} (line, outcome) SELECT line, 'APPEARS' FROM ${table}`);
    return;
  }
  await sql.$queryRawUnsafe(
    `WITH apart AS MATERIALIZED (
       SELECT s.line, p.id FROM ${table} s
         FULL JOIN (SELECT id, CASE currency WHEN $3 THEN digest END AS digest FROM ${inForce}) p ON p.digest = s.digest
        WHERE s.line IS NULL OR p.id IS NULL
     )
     INSERT INTO ${difference} (line, before_id, outcome)
     SELECT s.line, p.id, CASE
         WHEN p.id IS NULL THEN 'APPEARS'
         WHEN s.line IS NULL THEN CASE WHEN p.effective_on < $4::date THEN 'ENDS' ELSE 'NEVER_HELD' END
         WHEN p.effective_on < $4::date THEN 'CHANGES' ELSE 'MENDS' END
       FROM (SELECT * FROM ${table} WHERE line IN (SELECT line FROM apart)) s
       FULL JOIN (SELECT p.* FROM apart JOIN pricing.price p ON p.id = apart.id) p ON ${sameThing('s', 'p')}
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
