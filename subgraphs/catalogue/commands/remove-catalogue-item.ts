import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { AUTHORS } from './authors.ts';
import { editionOfAuthors } from './permitted-edition.ts';

/**
 * Takes an item out of a draft: a local one, or one that the superior does not hold mandatory.
 *
 * @returns the edition without it
 * @throws Refused when not permitted, or for an item that must be kept
 * @see rules C1, C2
 */
export async function removeCatalogueItem(
  { id }: { readonly id: string },
  context: CatalogueContext,
): Promise<Catalogue> {
  const { viewer } = context.scope;
  return transact<Transaction, Catalogue>(context, async (tx) => {
    refuseIfAny(permissionRefusals(viewer, AUTHORS, null));
    const item = await tx.catalogueItem.findUnique({ where: { id }, include: { basedOn: true } });
    if (item === null) {
      throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'CatalogueItem', got: id.slice(0, 100) }]);
    }
    const edition = await editionOfAuthors(tx, viewer, { id: item.catalogueId, path: ['id'], step: 'edit' });
    if (item.basedOn?.isMandatory === true && item.basedOn.isInForce) {
      const got = `${item.code} ${item.title}`;
      throw new Refused([{ code: 'ITEM_MANDATORY', path: ['id'], got, rules: ['C1', 'C2'] }]);
    }
    await tx.catalogueItem.delete({ where: { id } });
    return edition;
  });
}
