import { Prisma, type DisclosureDuty } from '../../../prisma/generated/catalogue/client/client.ts';
import { startOfDay, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext, Transaction } from './database.ts';

/** A duty that nobody else changes until the transaction ends; null when there is none of that id. */
export async function lockDuty(tx: Transaction, id: string): Promise<DisclosureDuty | null> {
  await tx.$queryRaw`SELECT 1 FROM catalogue.disclosure_duty WHERE id = ${id} FOR UPDATE`;
  return tx.disclosureDuty.findUnique({ where: { id } });
}

/** What came to stand under a matter on a day or after it, the first one first; null when nothing did. */
export function firstDisclosedSince(
  tx: Transaction,
  matterId: string,
  arisenOn: CivilDate,
): Promise<{ since: Date; disclosureId: string } | null> {
  return tx.disclosedPeriod.findFirst({
    where: { matterId, since: { gte: startOfDay(arisenOn) }, until: null },
    select: { since: true, disclosureId: true },
    orderBy: { since: 'asc' },
  });
}

/** What is owed under a matter as a whole since a day or before is met by a disclosure that has just come out. */
export async function dischargeInformation(
  tx: Transaction,
  matterIds: readonly string[],
  by: { readonly disclosureId: string; readonly at: Date; readonly on: CivilDate },
): Promise<DisclosureDuty[]> {
  const open = await tx.disclosureDuty.findMany({
    where: {
      matterId: { in: [...matterIds] },
      appliesTo: 'INFORMATION',
      heldFrom: null,
      dischargedAt: null,
      arisenOn: { lte: toUtcMidnight(by.on) },
    },
    orderBy: { id: 'asc' },
  });
  const data = { dischargedAt: by.at, dischargedById: by.disclosureId };
  await tx.disclosureDuty.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data });
  return open.map((duty) => ({ ...duty, ...data }));
}

type OfItem = DisclosureDuty & { readonly asked: string };

/** What came about under an item, the latest first; however many items a request asks for, one statement. */
export function dutiesOfItem(
  context: CatalogueContext,
  itemId: string,
  isOpen: boolean | null,
  page: PageArgs,
): Promise<Page<DisclosureDuty>> {
  return readPage<DisclosureDuty>(page, {
    find: (take, position) => pagesOfItems(context, isOpen, take, position).load(itemId),
    positionOf: (duty) => [duty.arisenOn.toISOString().slice(0, 10), duty.id],
    count: () => countsOfItems(context, isOpen).load(itemId),
  });
}

function pagesOfItems(context: CatalogueContext, isOpen: boolean | null, take: number, position: Position | null) {
  const name = `duties: ${String(isOpen)}, ${String(take)} behind ${JSON.stringify(position)}`;
  return perRequest(context, name, async (itemIds: readonly string[]) => {
    const [arisenOn = '', id = ''] = position ?? [];
    const behind = position === null ? Prisma.empty : Prisma.sql`AND (d.arisen_on, d.id) < (${arisenOn}::date, ${id})`;
    const rows = await context.db.$queryRaw<OfItem[]>`
      SELECT asked.id AS asked, page.* FROM unnest(${itemIds}::text[]) AS asked (id), LATERAL (
        SELECT d.id, d.matter_id AS "matterId", d.item_id AS "itemId", d.region_code AS "regionCode",
               d.applies_to AS "appliesTo", d.title, d.arisen_on AS "arisenOn", d.days, d.unit, d.due_on AS "dueOn",
               d.is_provisional AS "isProvisional", d.discharged_at AS "dischargedAt",
               d.discharged_by_id AS "dischargedById", d.recorded_by AS "recordedBy", d.recorded_at AS "recordedAt",
               d.is_sample AS "isSample"
          FROM catalogue.catalogue_item i JOIN catalogue.disclosure_duty d ON d.matter_id = i.matter_id
         WHERE i.id = asked.id ${ofState(isOpen)} ${behind}
         ORDER BY d.arisen_on DESC, d.id DESC
         LIMIT ${take}) page`;
    return inGroups(itemIds, rows, (row) => row.asked);
  });
}

function countsOfItems(context: CatalogueContext, isOpen: boolean | null) {
  return perRequest(context, `duty counts: ${String(isOpen)}`, async (itemIds: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ id: string; count: bigint }[]>`
      SELECT i.id, count(*) FROM catalogue.catalogue_item i
        JOIN catalogue.disclosure_duty d ON d.matter_id = i.matter_id
       WHERE i.id = ANY (${itemIds}::text[]) ${ofState(isOpen)} GROUP BY i.id`;
    return inOrder(itemIds, rows, (row) => row.id).map((row) => Number(row?.count ?? 0));
  });
}

function ofState(isOpen: boolean | null): Prisma.Sql {
  if (isOpen === null) return Prisma.empty;
  return isOpen ? Prisma.sql`AND d.discharged_at IS NULL` : Prisma.sql`AND d.discharged_at IS NOT NULL`;
}
