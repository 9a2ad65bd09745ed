import { sampleId } from './sample-id.ts';
import type { SampleInstitution, SamplePriceList } from './shapes.ts';

/** The id of the price list of an institution that holds from a day on. */
export function priceListId(
  institution: SampleInstitution,
  kind: SamplePriceList['kind'],
  effectiveOn: string,
): string {
  return sampleId('price list', `${institution.id} ${kind} ${effectiveOn}`);
}

/** The id of a price that begins with a list, by what tells it from the others of the list. */
export function priceId(listId: string, key: readonly (string | null)[]): string {
  return sampleId('price', `${listId} ${JSON.stringify(key)}`);
}
