import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import { fromUtcMidnight, parseCivilDate, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../../kit/page.ts';
import { inGroups, inOrder, perRequest } from '../../../kit/per-request.ts';
import type { PricedItem } from '../../rules/asked-item.ts';
import type { Price, PricingContext } from '../database.ts';
import { HAS_NO_CODE, PRICE_COLUMNS } from '../price-sql.ts';

/**
 * Everything that an institution charges and ever charged for an item, whatever the specification, unit or tier, the
 * newest first. However many institutions a request asks for, their pages come by one query, and their counts by another.
 */
export function itemHistoryOf(
  context: PricingContext,
  institutionId: string,
  item: PricedItem,
  page: PageArgs,
): Promise<Page<Price>> {
  return readPage<Price>(page, {
    find: (take, position) => pagesOf(context, item, take, position).load(institutionId),
    positionOf: (price) => [fromUtcMidnight(price.effectiveOn), price.id],
    count: () => countsOf(context, item).load(institutionId),
  });
}

function isOf(item: PricedItem): Prisma.Sql {
  return 'code' in item ? Prisma.sql`p.code = ${item.code}` : Prisma.sql`p.name = ${item.name} AND ${HAS_NO_CODE}`;
}

function placeOf(position: Position): [CivilDate, string] {
  const [day = '', id = ''] = position;
  const effectiveOn = parseCivilDate(day);
  if (effectiveOn !== null) return [effectiveOn, id];
  throw new Fault('CURSOR_INVALID', `Expected a page cursor of past prices, got one of ${JSON.stringify(position)}.`);
}

function pagesOf(context: PricingContext, item: PricedItem, take: number, position: Position | null) {
  const name = `item histories ${JSON.stringify([item, take, position])}`;
  return perRequest(context, name, async (ids: readonly string[]) => {
    const [day, id] = position === null ? [null, ''] : placeOf(position);
    const behind = day === null ? Prisma.empty : Prisma.sql`AND (p.effective_on, p.id) < (${day}::date, ${id})`;
    const rows = await context.db.$queryRaw<Price[]>`
      SELECT page.* FROM unnest(${ids}::text[]) AS institution (id), LATERAL (
        SELECT ${PRICE_COLUMNS} FROM pricing.price p
         WHERE p.institution_id = institution.id AND ${isOf(item)} ${behind}
         ORDER BY p.effective_on DESC, p.id DESC LIMIT ${take}) page
      ORDER BY page."effectiveOn" DESC, page.id DESC`;
    return inGroups(ids, rows, (price) => price.institutionId);
  });
}

function countsOf(context: PricingContext, item: PricedItem) {
  return perRequest(context, `item history counts ${JSON.stringify(item)}`, async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ institutionId: string; count: number }[]>`
      SELECT p.institution_id AS "institutionId", count(*)::int FROM pricing.price p
       WHERE p.institution_id = ANY (${ids}::text[]) AND ${isOf(item)} GROUP BY p.institution_id`;
    return inOrder(ids, rows, (row) => row.institutionId).map((row) => row?.count ?? 0);
  });
}
