import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { editionRefusals, type EditionInput } from '../rules/edition-input.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { midnight } from './open-edition.ts';
import { editionOfAuthors } from './permitted-edition.ts';

/**
 * Changes what an edition that is not filed says of itself; what is left out stays.
 *
 * @throws Refused when not permitted, for a name that is taken, or for a day that is past
 * @see rule C10
 */
export async function amendCatalogueDraft(
  { id, input }: { readonly id: string; readonly input: EditionInput },
  context: CatalogueContext,
): Promise<Catalogue> {
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const draft = await editionOfAuthors(tx, context.scope.viewer, { id, path: ['id'], step: 'edit' });
    refuseIfAny(editionRefusals(input, civilDateOf(context.clock.now())));
    const edition = input.edition?.trim() ?? draft.edition;
    const taken = await tx.catalogue.count({ where: { regionCode: draft.regionCode, edition, id: { not: id } } });
    if (taken > 0) throw new Refused([{ code: 'EDITION_TAKEN', path: ['input', 'edition'], got: edition }]);
    return tx.catalogue.update({
      where: { id },
      data: {
        edition,
        title: input.title?.trim() ?? draft.title,
        ...(input.effectiveOn !== undefined && { effectiveOn: midnight(input.effectiveOn) }),
        ...(input.subordinatesFileBy !== undefined && { subordinatesFileBy: midnight(input.subordinatesFileBy) }),
      },
    });
  });
}
