import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { reviewRefusals } from '../rules/edition-input.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { addStep } from '../store/edition-writes.ts';
import { midnight } from './open-edition.ts';
import { editionOfReviewer } from './permitted-edition.ts';

export interface ReturnCatalogueInput {
  readonly id: string;
  /** What is wrong, item by item; the items' ids. */
  readonly opinions: readonly { readonly item: string; readonly opinion: string }[];
  /** What is wrong with the whole. */
  readonly note: string | null;
  /** The last day to file again. */
  readonly refileBy: CivilDate | null;
}

/**
 * Returns a filed edition with opinions (修改意见), item by item.
 *
 * @throws Refused when not permitted, without any opinion or note, or for an item that is not in it
 * @see rule C11
 */
export async function returnCatalogue(
  { id, opinions, note, refileBy }: ReturnCatalogueInput,
  context: CatalogueContext,
): Promise<Catalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  return transact<Transaction, Catalogue>(context, async (tx) => {
    await editionOfReviewer(tx, viewer, id);
    const items = await tx.catalogueItem.findMany({ where: { catalogueId: id } });
    const itemOf = new Map(items.map((item) => [item.id, item]));
    refuseIfAny([
      ...(opinions.length === 0 && (note ?? '').trim() === '' ? [SILENT] : []),
      ...reviewRefusals(note, opinions),
      ...opinions.flatMap(({ item }, index) => (itemOf.has(item) ? [] : [unknownItem(item, index)])),
      ...pastRefusals(refileBy, civilDateOf(now)),
    ]);
    const reviewed = { catalogueId: id, at: now, by: viewer?.subject ?? '', note, dueOn: midnight(refileBy) };
    const step = await addStep(tx, { ...reviewed, status: 'RETURNED' });
    await tx.reviewOpinion.createMany({
      data: opinions.map(({ item, opinion }, ordinal) => {
        const { code: itemCode = '', title: itemTitle = '' } = itemOf.get(item) ?? {};
        return { catalogueId: id, step, ordinal, itemCode, itemTitle, opinion: opinion.trim() };
      }),
    });
    return tx.catalogue.update({ where: { id }, data: { status: 'RETURNED' } });
  });
}

const SILENT: Refusal = { code: 'VALUE_MISSING', path: ['opinions'], expected: 'opinions | note', rules: ['C11'] };

function unknownItem(item: string, index: number): Refusal {
  const path = ['opinions', String(index), 'item'];
  return { code: 'NOT_FOUND', path, expected: 'CatalogueItem', got: item.slice(0, 100), rules: ['C11'] };
}

function pastRefusals(day: CivilDate | null, today: CivilDate): Refusal[] {
  if (day === null || day >= today) return [];
  return [{ code: 'DAY_IN_PAST', path: ['refileBy'], expected: today, got: day }];
}
