import { civilDateOf } from '../../../core/civil-date.ts';
import { Refused } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { derivedItems } from '../rules/derivation.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { replaceItems } from '../store/edition-writes.ts';
import { itemsOfEdition, superiorEdition } from '../store/editions.ts';
import { editionOfAuthors } from './permitted-edition.ts';

/**
 * Brings a draft level with the superior's edition in force: adds what it lacks, lifts what is weaker, and leaves the
 * rest as it is.
 *
 * @throws Refused when not permitted, or when no region above has a catalogue in force
 * @see rule C1
 */
export async function adoptSuperiorEdition(
  { id }: { readonly id: string },
  context: CatalogueContext,
): Promise<Catalogue> {
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const draft = await editionOfAuthors(tx, context.scope.viewer, { id, path: ['id'], step: 'edit' });
    const superior = await superiorEdition(tx, draft.regionCode, civilDateOf(context.clock.now()));
    if (superior === null) {
      throw new Refused([{ code: 'SUPERIOR_LACKING', path: ['id'], expected: draft.region.name, rules: ['C1'] }]);
    }
    await replaceItems(tx, id, derivedItems(superior.items, await itemsOfEdition(tx, id)));
    return tx.catalogue.update({ where: { id }, data: { basedOnId: superior.id } });
  });
}
