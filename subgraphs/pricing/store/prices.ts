import { Prisma } from '../../../prisma/generated/pricing/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { entityLoader, inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import { soughtItem } from '../rules/search/sought-item.ts';
import { THING_CELLS, type PriceKind } from '../rules/price-row.ts';
import type { Database, Price, PricingContext } from './database.ts';
import { nameHolds } from './search/found-items.ts';
import { heldOn, PRICE_COLUMNS } from './price-sql.ts';

/** One price by its id, batched. */
export const priceById = entityLoader<Database, Price>({
  typeName: 'Price',
  keyOf: (price) => price.id,
  find: (query, ids, { db }) => db.price.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Which prices a list of an institution's prices holds. */
export interface PriceFilter {
  readonly kind: PriceKind;
  /** Stands in the name, or begins the code. */
  readonly search: string | null;
  readonly on: CivilDate;
}

/**
 * The prices of an institution that hold on a day, by code. However many institutions a request asks for, their pages
 * come by one query, and their counts by another.
 */
export function pricesOf(
  context: PricingContext,
  institutionId: string,
  filter: PriceFilter,
  args: PageArgs,
): Promise<Page<Price>> {
  return readPage<Price>(args, {
    find: (take, position) => pagesOf(context, filter, take, position).load(institutionId),
    positionOf: (price) => [price.code, price.id],
    count: () => countsOf(context, filter).load(institutionId),
  });
}

function matching({ kind, search, on }: PriceFilter): Prisma.Sql {
  const inForce = Prisma.sql`p.kind = ${kind}::pricing.price_kind AND ${heldOn(on)}`;
  if (search === null || search.trim() === '') return inForce;
  const asTyped = search.trim().slice(0, 100);
  const [text, code] = [likeText(asTyped), likeText(asTyped.normalize('NFKC'))];
  return Prisma.sql`${inForce} AND (p.name ILIKE ${`%${text}%`} OR p.code ILIKE ${`${code}%`}
    OR p.name IN (SELECT n.name FROM pricing.priced_name n WHERE ${nameHolds(soughtItem(search))}))`;
}

/** A text as itself in a pattern of LIKE. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function pagesOf(context: PricingContext, filter: PriceFilter, take: number, position: Position | null) {
  const name = `prices ${JSON.stringify([filter, take, position])}`;
  return perRequest(context, name, async (ids: readonly string[]) => {
    const [code = '', id = ''] = position ?? [];
    const behind = position === null ? Prisma.empty : Prisma.sql`AND (p.code, p.id) > (${code}, ${id})`;
    const rows = await context.db.$queryRaw<Price[]>`
      SELECT page.* FROM unnest(${ids}::text[]) AS institution (id), LATERAL (
        SELECT ${PRICE_COLUMNS} FROM pricing.price p
         WHERE p.institution_id = institution.id AND ${matching(filter)} ${behind}
         ORDER BY p.code, p.id LIMIT ${take}) page
      ORDER BY page.code, page.id`;
    return inGroups(ids, rows, (price) => price.institutionId);
  });
}

function countsOf(context: PricingContext, filter: PriceFilter) {
  return perRequest(context, `price counts ${JSON.stringify(filter)}`, async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ institutionId: string; count: bigint }[]>`
      SELECT p.institution_id AS "institutionId", count(*) FROM pricing.price p
       WHERE p.institution_id = ANY (${ids}::text[]) AND ${matching(filter)} GROUP BY p.institution_id`;
    return inOrder(ids, rows, (row) => row.institutionId).map((row) => Number(row?.count ?? 0));
  });
}

/** What one institution charged for the same thing, the newest first; one query for a whole page of prices. */
export function historyOf(context: PricingContext, price: Price): Promise<Price[]> {
  const key = JSON.stringify([price.institutionId, price.kind, ...THING_CELLS.map((cell) => price[cell])]);
  return perRequest(context, 'price histories', async (keys: readonly string[]) => {
    const rows = await context.db.$queryRaw<(Price & { key: string })[]>`
      SELECT wanted.key, ${PRICE_COLUMNS} FROM unnest(${keys}::text[]) AS wanted (key)
        JOIN pricing.price p ON p.institution_id = wanted.key::json->>0
         AND p.kind = (wanted.key::json->>1)::pricing.price_kind
         AND p.code = wanted.key::json->>2 AND p.name = wanted.key::json->>3
         AND p.specification IS NOT DISTINCT FROM wanted.key::json->>4 AND p.unit = wanted.key::json->>5
         AND p.tier IS NOT DISTINCT FROM wanted.key::json->>6
         AND p.condition IS NOT DISTINCT FROM wanted.key::json->>7
         AND p.manufacturer IS NOT DISTINCT FROM wanted.key::json->>8
       ORDER BY p.effective_on DESC, p.id`;
    return inGroups(keys, rows, (row) => row.key);
  }).load(key);
}
