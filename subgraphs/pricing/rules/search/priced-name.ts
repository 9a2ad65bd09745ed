import { normalForm } from '../../../../core/normal-form.ts';
import { termsOf } from '../../../../core/search-terms.ts';

/** A name under which something is priced, as the search looks through it. */
export interface PricedNameEntry {
  readonly name: string;
  /** Its normal form. */
  readonly text: string;
  readonly terms: readonly string[];
}

/** The search's entry of a name. */
export function pricedNameEntry(name: string): PricedNameEntry {
  const { characters } = normalForm(name);
  return { name, text: characters.join(''), terms: [...termsOf(characters)] };
}
