import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import { civilDateOf, fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { tenThousandths, type Yuan } from '../../../../core/yuan.ts';
import { perRequest } from '../../../kit/per-request.ts';
import type { Priced } from '../../rules/comparison/comparison.ts';
import type { PricedItem } from '../../rules/asked-item.ts';
import type { PricingMode } from '../../rules/price-row.ts';
import type { PricingContext } from '../database.ts';
import { HAS_NO_CODE, heldOn, institutionsIn } from '../price-sql.ts';

/** Where and when prices are looked at. */
export interface PriceScene {
  /** A region code; includes the regions below it. */
  readonly region: string;
  readonly on: CivilDate;
}

interface ItemPriceColumns {
  readonly id: string;
  readonly institutionId: string;
  readonly regionCode: string;
  readonly listId: string;
  readonly kind: Priced['kind'];
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly unit: string;
  readonly tier: string | null;
  readonly condition: string | null;
  readonly manufacturer: string | null;
  readonly currency: string;
  readonly mode: PricingMode | null;
  readonly yuan: Yuan | null;
  readonly yuanUpTo: Yuan | null;
  readonly amountText: string | null;
  readonly ceiling: Yuan | null;
  readonly effectiveOn: Date;
}

/** A price with what comparing it needs. */
export type ItemPrice = ItemPriceColumns & Priced;

type Row = ItemPriceColumns & { readonly item: number; readonly listedAt: Date; readonly confirmedAt: Date | null };

/**
 * What the institutions of a region charge for an item on a day, by institution. However many items a request asks for,
 * one query; it costs what the institutions of the region cost, however many there are elsewhere.
 *
 * @throws Fault LIMIT_EXCEEDED
 */
export function pricesOfItem(context: PricingContext, scene: PriceScene, item: PricedItem): Promise<ItemPrice[]> {
  return perRequest(context, `item prices ${JSON.stringify(scene)}`, async (items: readonly PricedItem[]) => {
    const most = Math.min(items.length * MOST_OF_ITEM, MOST_IN_ALL);
    const rows = await context.db.$queryRaw<Row[]>(statementOf(items, scene, most + 1));
    const groups = items.map((): ItemPrice[] => []);
    for (const row of rows) groups[row.item]?.push(itemPrice(row));
    if (rows.length > most || groups.some((group) => group.length > MOST_OF_ITEM)) throw tooMany();
    return groups;
  }).load(item);
}

/** The most prices that one comparison holds, and those of one request together: a province has fewer hospitals. */
const MOST_OF_ITEM = 5_000;
const MOST_IN_ALL = 50_000;

/** Figures over a part of the prices would be wrong. */
function tooMany(): Fault {
  const message = `Expected at most ${String(MOST_OF_ITEM)} prices of one item to compare and ${String(MOST_IN_ALL)} in all, got more: ask for a smaller region or for fewer items.`;
  return new Fault('LIMIT_EXCEEDED', message, { limit: 'comparedPrices', maximum: MOST_OF_ITEM });
}

/**
 * `OFFSET 0` keeps the planner to nested loops from the institutions of the region to the index of codes or names,
 * whatever its statistics say. The id of a list is compared as the index over lists is ordered, which is another way
 * than that of prices.
 */
function statementOf(items: readonly PricedItem[], { region, on }: PriceScene, take: number): Prisma.Sql {
  const codes = items.map((item) => ('code' in item ? item.code : null));
  const names = items.map((item) => ('name' in item ? item.name : null));
  const around = (from: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT (item.place - 1)::int AS item, i.region_code AS "regionCode", p.*
      FROM ${from} WITH ORDINALITY AS item (word, place)
      CROSS JOIN pricing.followed_institution i
      CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM pricing.price p
        WHERE ${condition} AND p.institution_id = i.id AND ${heldOn(on)} OFFSET 0) p
     WHERE item.word IS NOT NULL AND ${institutionsIn(regionRange(region))}`;
  return Prisma.sql`
    SELECT found.*, list.published_at AS "listedAt", latest.published_at AS "confirmedAt"
      FROM (${around(Prisma.sql`unnest(${codes}::text[])`, Prisma.sql`p.code = item.word`)}
        UNION ALL
        ${around(Prisma.sql`unnest(${names}::text[])`, Prisma.sql`p.name = item.word AND ${HAS_NO_CODE}`)}) found
      CROSS JOIN LATERAL (SELECT l.published_at FROM pricing.price_list l
        WHERE l.id = found."listId" COLLATE "default" OFFSET 0) list
      LEFT JOIN LATERAL (SELECT l.published_at FROM pricing.price_list l
        WHERE l.institution_id = found."institutionId" COLLATE "default" AND l.kind = found.kind
          AND l.effective_on <= ${on}::date
        ORDER BY l.effective_on DESC, l.published_at DESC LIMIT 1) latest ON true
     ORDER BY found.item, found."institutionId", found.unit, found.tier, found.id LIMIT ${take}`;
}

const COLUMNS = Prisma.sql`p.id, p.institution_id AS "institutionId", p.list_id AS "listId", p.kind, p.code, p.name,
  p.specification, p.unit, p.tier, p.condition, p.manufacturer, p.currency, p.mode,
  trim_scale(p.amount)::text AS yuan, trim_scale(p.amount_up_to)::text AS "yuanUpTo", p.amount_text AS "amountText",
  trim_scale(p.ceiling)::text AS ceiling, p.effective_on AS "effectiveOn"`;

function itemPrice({ listedAt, confirmedAt, ...price }: Row): ItemPrice {
  const { yuan, yuanUpTo, ceiling, effectiveOn } = price;
  const exact = (amount: Yuan | null): bigint | null => (amount === null ? null : tenThousandths(amount));
  return {
    ...price,
    amount: yuanUpTo === null ? exact(yuan) : null,
    highest: exact(yuanUpTo ?? yuan),
    highestAllowed: exact(ceiling),
    heldSince: fromUtcMidnight(effectiveOn),
    listedOn: civilDateOf(listedAt),
    confirmedOn: civilDateOf(confirmedAt ?? listedAt),
  };
}
