import type { ChannelCopy, Disclosure } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { isConflict } from '../rules/channel-copy.ts';
import type { Transaction } from './database.ts';
import { inForceOn } from './in-force.ts';

/** A disclosure with its copies, since when they differ, and the items of editions in force under which it stands. */
export interface WholeDisclosure extends Disclosure {
  readonly copies: readonly ChannelCopy[];
  readonly conflictSince: Date | null;
  readonly itemIds: readonly string[];
}

/** A disclosure that nobody else changes until the transaction ends; null when there is none of that id. */
export async function lockDisclosure(tx: Transaction, id: string, on: CivilDate): Promise<WholeDisclosure | null> {
  await tx.$queryRaw`SELECT 1 FROM catalogue.disclosure WHERE id = ${id} FOR UPDATE`;
  return wholeDisclosure(tx, id, on);
}

/** The same without a lock. */
export async function wholeDisclosure(tx: Transaction, id: string, on: CivilDate): Promise<WholeDisclosure | null> {
  const found = await tx.disclosure.findUnique({
    where: { id },
    include: { copies: { orderBy: { channel: 'asc' } }, conflicts: { where: { until: null } } },
  });
  if (found === null) return null;
  const items = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM catalogue.disclosed_period p
      JOIN catalogue.catalogue_item i ON i.matter_id = p.matter_id
      JOIN catalogue.catalogue c ON c.id = i.catalogue_id
     WHERE p.disclosure_id = ${id} AND p.until IS NULL AND ${inForceOn(on)}
     ORDER BY i.id`;
  const { conflicts, ...disclosure } = found;
  return { ...disclosure, conflictSince: conflicts[0]?.since ?? null, itemIds: items.map((item) => item.id) };
}

/** Begins or ends the conflict of a disclosure whose copies have just changed. @see rule C13 */
export async function settleConflict(tx: Transaction, disclosureId: string, at: Date): Promise<void> {
  const copies = await tx.channelCopy.findMany({ where: { disclosureId } });
  const open = await tx.channelConflict.findFirst({ where: { disclosureId, until: null } });
  if (isConflict(copies) && open === null) {
    const where = { disclosureId_since: { disclosureId, since: at } };
    await tx.channelConflict.upsert({ where, create: { disclosureId, since: at }, update: { until: null } });
  }
  if (!isConflict(copies) && open !== null) {
    await tx.channelConflict.update({
      where: { disclosureId_since: { disclosureId, since: open.since } },
      data: { until: at },
    });
  }
}
