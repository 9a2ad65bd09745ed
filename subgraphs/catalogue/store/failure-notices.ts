import type { FailureNotice, FailureNoticeItem } from '../../../prisma/generated/catalogue/client/client.ts';
import { fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/fault.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { entityLoader, inGroups, perRequest } from '../../kit/per-request.ts';
import { noticeStanding, type NoticeStanding } from '../rules/failure-notice.ts';
import type { ItemStatus } from '../rules/item-status.ts';
import { itemStatusOf } from './coverage.ts';
import type { CatalogueContext, Database, Transaction } from './database.ts';
import { inForceOn } from './in-force.ts';

/** One notice by its id, batched; withdrawn ones are not there. */
export const failureNoticeById = entityLoader<Database, FailureNotice>({
  typeName: 'FailureNotice',
  keyOf: (notice) => notice.id,
  find: (query, ids, { db }) => db.failureNotice.findMany({ ...query, where: { id: { in: ids }, withdrawnAt: null } }),
});

/**
 * The notices about a region and those below it that stand, the newest first.
 *
 * @param query - what Prisma must select for the operation
 */
export function failureNoticesOf(
  { db }: CatalogueContext,
  regionCode: string,
  page: PageArgs,
  query: object,
): Promise<Page<FailureNotice>> {
  const { from, to } = regionRange(regionCode);
  const where = { regionCode: { gte: from, lte: to }, withdrawnAt: null };
  return readPage<FailureNotice>(page, {
    find: (take, position) =>
      db.failureNotice.findMany({
        ...query,
        where: { AND: [where, behind(position)] },
        orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    positionOf: (notice) => [notice.issuedAt.toISOString(), notice.id],
    count: () => db.failureNotice.count({ where }),
  });
}

function behind(position: Position | null): object {
  if (position === null) return {};
  const [issued = '', id = ''] = position;
  const issuedAt = new Date(issued);
  if (Number.isNaN(issuedAt.getTime()) || issuedAt.toISOString() !== issued) {
    throw new Fault('CURSOR_INVALID', `Expected a page cursor of notices, got one of ${JSON.stringify(position)}.`);
  }
  return { OR: [{ issuedAt: { lt: issuedAt } }, { issuedAt, id: { lt: id } }] };
}

/** How a notice stands on a day; two statements for all that a request asks for. */
export async function standingOfNotice(
  context: CatalogueContext,
  { id, rectifyBy }: Pick<FailureNotice, 'id' | 'rectifyBy'>,
  on: CivilDate,
): Promise<NoticeStanding> {
  const items = await itemsOfNotices(context).load(id);
  const statuses = await Promise.all(items.map(({ itemId }) => itemStatusOf(context, itemId, on)));
  return noticeStanding(statuses, fromUtcMidnight(rectifyBy), on);
}

function itemsOfNotices(context: CatalogueContext) {
  return perRequest(context, 'items of failure notices', async (ids: readonly string[]) => {
    const where = { noticeId: { in: [...ids] } };
    const rows = await context.db.failureNoticeItem.findMany({ where, orderBy: { ordinal: 'asc' } });
    return inGroups<FailureNoticeItem>(ids, rows, (row) => row.noticeId);
  });
}

/** An item that a notice may name, and where it stands. */
export interface CountedItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: ItemStatus;
}

/** Those of some items that a region's catalogue in force counts, and where they stand on a day; two statements. */
export async function countedItems(
  context: CatalogueContext,
  regionCode: string,
  ids: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, CountedItem>> {
  const items = await context.db.$queryRaw<Omit<CountedItem, 'status'>[]>`
    SELECT i.id, i.code, i.title FROM catalogue.catalogue c
      JOIN catalogue.catalogue_item i ON i.catalogue_id = c.id
     WHERE c.region_code = ${regionCode} AND i.id = ANY (${ids}::text[]) AND ${inForceOn(on)}
       AND i.is_in_force AND i.moved_to IS NULL`;
  const counted = items.map(async (item) => ({ ...item, status: await itemStatusOf(context, item.id, on) }));
  return new Map((await Promise.all(counted)).map((item) => [item.id, item]));
}

/** A notice that nobody else changes until the transaction ends; null when there is none. */
export async function lockNotice(tx: Transaction, id: string): Promise<FailureNotice | null> {
  await tx.$queryRaw`SELECT 1 FROM catalogue.failure_notice WHERE id = ${id} FOR UPDATE`;
  return tx.failureNotice.findUnique({ where: { id } });
}
