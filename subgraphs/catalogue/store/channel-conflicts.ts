import type { ChannelCopy, Disclosure } from '../../../prisma/generated/catalogue/client/client.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext } from './database.ts';

/** How a disclosure stands on its channels, in the order of the official form; batched. */
export function copiesOf(context: CatalogueContext, disclosureId: string): Promise<ChannelCopy[]> {
  return perRequest(context, 'channel copies', async (ids: readonly string[]) => {
    const where = { disclosureId: { in: [...ids] } };
    const rows = await context.db.channelCopy.findMany({ where, orderBy: { channel: 'asc' } });
    return inGroups(ids, rows, (row) => row.disclosureId);
  }).load(disclosureId);
}

/** Since when a disclosure reads differently on its channels; null when it does not; batched. */
export function conflictSince(context: CatalogueContext, disclosureId: string): Promise<Date | null> {
  return perRequest(context, 'channel conflicts', async (ids: readonly string[]) => {
    const rows = await context.db.channelConflict.findMany({ where: { disclosureId: { in: [...ids] }, until: null } });
    return inOrder(ids, rows, (row) => row.disclosureId).map((row) => row?.since ?? null);
  }).load(disclosureId);
}

/** Whether anything that stands under an item reads differently on its channels; batched. */
export function hasChannelConflict(context: CatalogueContext, itemId: string): Promise<boolean> {
  return perRequest(context, 'items with channel conflicts', async (ids: readonly string[]) => {
    const rows = await context.db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT i.id FROM catalogue.catalogue_item i
        JOIN catalogue.disclosed_period p ON p.matter_id = i.matter_id AND p.until IS NULL
        JOIN catalogue.channel_conflict c ON c.disclosure_id = p.disclosure_id AND c.until IS NULL
       WHERE i.id = ANY (${ids}::text[])`;
    const flagged = new Set(rows.map(({ id }) => id));
    return ids.map((id) => flagged.has(id));
  }).load(itemId);
}

/** What stands and reads differently on its channels in a region and those below it, by id. */
export function conflictingDisclosures(
  { db }: CatalogueContext,
  regionCode: string,
  page: PageArgs,
): Promise<Page<Disclosure>> {
  const { from, to } = regionRange(regionCode);
  const where = {
    regionCode: { gte: from, lte: to },
    withdrawnAt: null,
    conflicts: { some: { until: null } },
  };
  return readPage<Disclosure>(page, {
    find: (take, position) =>
      db.disclosure.findMany({ where: { ...where, id: { gt: position?.[0] ?? '' } }, orderBy: { id: 'asc' }, take }),
    positionOf: ({ id }) => [id],
    count: () => db.disclosure.count({ where }),
  });
}
