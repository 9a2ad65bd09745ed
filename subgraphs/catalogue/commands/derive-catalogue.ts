import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { derivedItems } from '../rules/derivation.ts';
import { editionRefusals } from '../rules/edition-input.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { lockRegion, superiorEdition, wholeEditionInForce } from '../store/editions.ts';
import { AUTHORS } from './authors.ts';
import { openEdition, openingRefusals, type NewEdition } from './open-edition.ts';

/**
 * Opens a new edition of a region's catalogue as a draft, derived from the edition in force of the region above: every
 * item of that, and what is the region's own. Where no region above has a catalogue it goes on from the region's own
 * edition before, or begins empty.
 *
 * @throws Refused when not permitted, for a place or a name that does not do, or while another edition is under way
 * @see rules C1, C2, C10
 */
export async function deriveCatalogue(
  { input }: { readonly input: NewEdition },
  context: CatalogueContext,
): Promise<Catalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  const today = civilDateOf(now);
  refuseIfAny(permissionRefusals(viewer, AUTHORS, input.region));
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const region = await lockRegion(tx, input.region);
    const refusals = [...editionRefusals(input, today), ...(await openingRefusals(tx, region, input))];
    if (region === null || refusals.length > 0) throw new Refused(refusals);
    const superior = await superiorEdition(tx, region.code, today);
    const previous = await wholeEditionInForce(tx, region.code, today);
    const items = derivedItems(superior?.items ?? [], previous?.items ?? []);
    const basedOnId = superior?.id ?? null;
    return openEdition(tx, input, { region, basedOnId, items, by: viewer?.subject ?? '', now });
  });
}
