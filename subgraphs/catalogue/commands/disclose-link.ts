import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureChanged } from '../events/disclosure.ts';
import { disclosureDutyChanged } from '../events/disclosure-duty.ts';
import { addressRefusals } from '../rules/channel-copy.ts';
import { titleRefusals } from '../rules/disclosure-input.ts';
import type { CatalogueContext, Disclosure, Transaction } from '../store/database.ts';
import { dischargeInformation } from '../store/duties.ts';
import { itemsInForce, type PlacedItem } from '../store/published-items.ts';

export interface DiscloseLinkInput {
  /** Ids of items of one region's edition in force. */
  readonly items: readonly string[];
  readonly title: string;
  readonly url: string;
}

/**
 * Discloses a page elsewhere under items of a region's catalogue; public from then on. What was owed under the items as a
 * whole is met by it.
 *
 * @throws Refused when not permitted, for items that do not stand in the region's catalogue in force, or for an address
 *   that is none
 * @see rules C2, C8, C16
 */
export async function discloseLink(
  { items: named, title, url }: DiscloseLinkInput,
  context: CatalogueContext,
): Promise<Disclosure> {
  const { viewer } = context.scope;
  const asked = [...new Set(named)];
  const now = context.clock.now();
  const on = civilDateOf(now);
  refuseIfAny(permissionRefusals(viewer, ['PUBLISHER'], null));
  return transact<Transaction, Disclosure>(context, async (tx, record) => {
    const items = await itemsInForce(tx, asked, on);
    const [first] = items;
    const regionCode = first?.regionCode ?? null;
    refuseIfAny([
      ...permissionRefusals(viewer, ['PUBLISHER'], regionCode),
      ...itemsRefusals(asked, items),
      ...titleRefusals(title, ['input', 'title']),
      ...addressRefusals(url, ['input', 'url']),
    ]);
    const id = randomUUID();
    const publisherId = viewer?.institution ?? first?.issuerId ?? null;
    const link = { id, kind: 'LINK', title: title.trim(), url, subjectId: id, publisherId, regionCode } as const;
    const disclosure = await tx.disclosure.create({ data: { ...link, publishedAt: now } });
    const matterIds = items.map(({ matterId }) => matterId);
    await tx.disclosedPeriod.createMany({
      data: matterIds.map((matterId) => ({ matterId, disclosureId: id, since: now })),
    });
    const met = await dischargeInformation(tx, matterIds, { disclosureId: id, at: now, on });
    const whole = { ...disclosure, copies: [], conflictSince: null, itemIds: items.map((item) => item.id) };
    record(
      disclosureChanged('PUBLISHED', whole, now),
      ...met.map((duty) => disclosureDutyChanged('REVISED', duty, now)),
    );
    return disclosure;
  });
}

function itemsRefusals(asked: readonly string[], found: readonly PlacedItem[]): Refusal[] {
  const path = ['input', 'items'];
  if (asked.length === 0) return [{ code: 'VALUE_MISSING', path, expected: 'CatalogueItem', rules: ['C2'] }];
  const placed = new Map(found.map((item) => [item.id, item]));
  return asked.flatMap((id, index): Refusal[] => {
    const item = placed.get(id);
    if (item !== undefined && item.regionCode === found[0]?.regionCode) return [];
    return [{ code: 'ITEM_NOT_IN_FORCE', path: [...path, String(index)], got: id.slice(0, 100), rules: ['C2'] }];
  });
}
