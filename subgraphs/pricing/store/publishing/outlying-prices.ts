import { regionRange } from '../../../../core/region-code.ts';
import type { SqlRunner } from '../../../../core/sql.ts';
import { OUTLYING } from '../../rules/checks/unusual-amounts.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Succession } from './list-difference.ts';
import { findingsOf } from './staged-findings.ts';
import type { StagedTable } from './staged-table.ts';

/**
 * Amounts that lie far from what other institutions of the same province charge for the same code, unit, tier and
 * condition, where at least five do. Tiers are comparable within a province only (rule H12).
 */
export async function* outlyingPrices(
  tx: SqlRunner,
  table: StagedTable,
  of: Succession & { readonly regionCode: string },
): AsyncGenerator<readonly Finding[], void, void> {
  const { from, to } = regionRange(`${of.regionCode.slice(0, 2)}0000`);
  const peers = [of.institutionId, of.kind, from, to] as const;
  const [counted] = await tx.$queryRawUnsafe<{ peers: number }[]>(COUNT_PEERS, ...peers);
  if ((counted?.peers ?? 0) < OUTLYING.leastPeers) return;
  const usual = `${table}_usual`;
  await tx.$queryRawUnsafe(
    `CREATE TEMPORARY TABLE ${usual} (code text COLLATE "C", unit text COLLATE "C", tier text COLLATE "C",
       condition text COLLATE "C", low numeric, median numeric, high numeric)`,
  );
  await tx.$queryRawUnsafe(usualOf(table, usual), ...peers, of.currency);
  yield* findingsOf(
    tx,
    `SELECT 'PRICE_OUTLYING' AS code, s.sheet, s.file_row AS row, s.file_column AS column, s.heading,
       trim_scale(s.amount)::text AS got, trim_scale(u.median)::text AS expected
       FROM ${usual} u JOIN ${table} s ON s.code = u.code AND s.unit = u.unit
        AND coalesce(s.tier, '') = u.tier AND coalesce(s.condition, '') = u.condition
      WHERE s.amount > 0 AND s.amount_up_to IS NULL
        AND (s.amount > u.high + ${String(OUTLYING.fences)} * (u.high - u.low) AND s.amount >= ${String(OUTLYING.ratio)} * u.median
          OR s.amount < u.low - ${String(OUTLYING.fences)} * (u.high - u.low) AND u.median >= ${String(OUTLYING.ratio)} * s.amount)
      ORDER BY s.line`,
  );
  await tx.$queryRawUnsafe(`DROP TABLE ${usual}`);
}

const COUNT_PEERS = `
SELECT count(DISTINCT l.institution_id)::int AS peers FROM pricing.followed_institution i
  JOIN pricing.price_list l ON l.institution_id = i.id AND l.kind = $2::pricing.price_kind
 WHERE i.region_code BETWEEN $3 AND $4 AND i.id <> $1`;

function usualOf(table: StagedTable, usual: string): string {
  return `
INSERT INTO ${usual}
SELECT p.code, p.unit, coalesce(p.tier, ''), coalesce(p.condition, ''),
       percentile_disc(0.25) WITHIN GROUP (ORDER BY p.amount), percentile_disc(0.5) WITHIN GROUP (ORDER BY p.amount),
       percentile_disc(0.75) WITHIN GROUP (ORDER BY p.amount)
  FROM (SELECT DISTINCT code FROM ${table} WHERE code <> '' AND amount > 0) listed
  JOIN pricing.price p ON p.code = listed.code AND p.kind = $2::pricing.price_kind AND p.ended_on IS NULL
   AND p.amount > 0 AND p.amount_up_to IS NULL AND p.currency = $5
  JOIN pricing.followed_institution i ON i.id = p.institution_id AND i.region_code BETWEEN $3 AND $4 AND i.id <> $1
 GROUP BY 1, 2, 3, 4 HAVING count(DISTINCT p.institution_id) >= ${String(OUTLYING.leastPeers)}`;
}
