import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { CodeRange, SoughtItem } from '../../rules/search/sought-item.ts';
import type { PriceScene } from '../comparison/item-prices.ts';
import type { PricingContext } from '../database.ts';
import { heldOn, institutionsIn } from '../price-sql.ts';

/** An item that somebody in an area has a price for. */
export interface FoundItem {
  readonly kind: PriceKind;
  /** Empty when lists give none. */
  readonly code: string;
  /** The shortest of those under which it was found. */
  readonly name: string;
  readonly units: readonly string[];
  /** How many institutions of the area have a price for it under a name or code that was sought. */
  readonly institutions: number;
}

/** So many names, the shortest first, and so many codes are looked up in the lists of the area. */
export const MOST_NAMES = 200;

/**
 * Items whose name holds what is sought, or whose code begins with it, and for which an institution of the area has a
 * price on the day. One query; names come from their own index, whose lists are then looked up institution by
 * institution.
 *
 * @param kind - null for all of them
 */
export async function foundItems(
  { db }: PricingContext,
  sought: SoughtItem,
  { region, on }: PriceScene,
  kind: PriceKind | null,
): Promise<FoundItem[]> {
  if (sought.words.length === 0) return [];
  const ofKind = kind === null ? Prisma.empty : Prisma.sql`AND p.kind = ${kind}::pricing.price_kind`;
  const priced = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
    CROSS JOIN pricing.followed_institution i
    CROSS JOIN LATERAL (SELECT DISTINCT p.kind, p.code, p.name, p.unit, p.institution_id FROM pricing.price p
      WHERE ${condition} AND p.institution_id = i.id ${ofKind} AND ${heldOn(on)} OFFSET 0) p
    WHERE ${institutionsIn(regionRange(region))}`;
  return db.$queryRaw<FoundItem[]>`
    WITH RECURSIVE ${codes(sought.codes)}, name AS MATERIALIZED (
      SELECT n.name FROM pricing.priced_name n WHERE ${nameHolds(sought)}
       ORDER BY char_length(n.text), n.name LIMIT ${MOST_NAMES})
    SELECT f.kind, f.code, (array_agg(f.name ORDER BY char_length(f.name), f.name))[1] AS name,
           array_agg(DISTINCT f.unit) AS units, count(DISTINCT f.institution_id)::int AS institutions
      FROM (SELECT p.* FROM name ${priced(Prisma.sql`p.name = name.name`)}
            UNION ALL
            SELECT p.* FROM (SELECT code FROM code WHERE code IS NOT NULL LIMIT ${MOST_NAMES}) code
              ${priced(Prisma.sql`p.code = code.code`)}) f
     GROUP BY f.kind, f.code, CASE WHEN f.code = '' THEN f.name END`;
}

/** Steps from code to code along their index, however many prices bear each. */
function codes(range: CodeRange | null): Prisma.Sql {
  if (range === null) return Prisma.sql`code (code) AS (SELECT NULL::text COLLATE "C")`;
  const { from, before } = range;
  return Prisma.sql`code (code) AS (
    (SELECT p.code FROM pricing.price p WHERE p.code >= ${from} AND p.code < ${before} ORDER BY p.code LIMIT 1)
    UNION ALL
    SELECT (SELECT p.code FROM pricing.price p WHERE p.code > code.code AND p.code < ${before} ORDER BY p.code LIMIT 1)
      FROM code WHERE code.code IS NOT NULL)`;
}

/**
 * Whether a priced name `n` holds what is sought. The terms come by a subquery so that the planner does not know them:
 * of common ones it would rather unpack the terms of all names than use their index.
 */
export function nameHolds({ words, terms, unproven }: SoughtItem): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`false`;
  const proofs = unproven.map((word) => Prisma.sql`position(${word} in n.text) > 0`);
  return Prisma.join([Prisma.sql`n.terms @> (SELECT ${terms}::text[])`, ...proofs], ' AND ');
}
