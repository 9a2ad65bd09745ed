import { transact } from '../../kit/transact.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { editionOfAuthors } from './permitted-edition.ts';

/**
 * Throws away an edition that is not filed, with its items, so that another can be opened.
 *
 * @returns the edition as it was
 * @throws Refused when not permitted, or when it is filed or was approved
 */
export async function discardCatalogueDraft(
  { id }: { readonly id: string },
  context: CatalogueContext,
): Promise<Catalogue> {
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const draft = await editionOfAuthors(tx, context.scope.viewer, { id, path: ['id'], step: 'discard' });
    await tx.catalogueItem.deleteMany({ where: { catalogueId: id } });
    await tx.catalogue.delete({ where: { id } });
    return draft;
  });
}
