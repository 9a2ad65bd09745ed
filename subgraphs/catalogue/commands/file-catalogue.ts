import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { catalogueLacks, type CatalogueLack } from '../rules/catalogue-lack.ts';
import { WEAKENING_RULES } from '../rules/item-weakening.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { addStep, rebase } from '../store/edition-writes.ts';
import { itemsOfEdition, superiorEdition, type EditionItem } from '../store/editions.ts';
import { editionOfAuthors } from './permitted-edition.ts';

/**
 * Files an edition with the superior (备案), which then decides on it. It must have every mandatory item of the superior's
 * edition in force, none of them weaker.
 *
 * @throws Refused when not permitted, when it is empty, or for each item that is lacking or weaker
 * @see rules C1, C2, C10
 */
export async function fileCatalogue({ id }: { readonly id: string }, context: CatalogueContext): Promise<Catalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const draft = await editionOfAuthors(tx, viewer, { id, path: ['id'], step: 'file' });
    const items = await itemsOfEdition(tx, id);
    const superior = await superiorEdition(tx, draft.regionCode, civilDateOf(now));
    refuseIfAny([
      ...(items.length === 0 ? [EMPTY] : []),
      ...catalogueLacks(items, superior?.items ?? []).flatMap(lackRefusals),
    ]);
    if (superior !== null) await rebase(tx, id, superior.id);
    await addStep(tx, { catalogueId: id, status: 'FILED', at: now, by: viewer?.subject ?? '' });
    return tx.catalogue.update({ where: { id }, data: { status: 'FILED', basedOnId: superior?.id ?? null } });
  });
}

const EMPTY: Refusal = { code: 'VALUE_MISSING', path: ['items'], expected: 'CatalogueItem', rules: ['C2'] };

/** What is merely incomplete is for the reviewer to weigh. */
function lackRefusals({ kind, base, item, columns }: CatalogueLack<EditionItem, EditionItem>): Refusal[] {
  if (kind === 'MISSING') {
    return [{ code: 'ITEM_LACKING', path: ['items'], expected: `${base.code} ${base.title}`, rules: ['C1', 'C2'] }];
  }
  if (kind === 'INCOMPLETE') return [];
  return columns.map(({ column, expected, got }) => ({
    ...{ code: 'ITEM_WEAKENED', path: ['items', item?.code ?? base.code, column], expected, got },
    rules: WEAKENING_RULES,
  }));
}
