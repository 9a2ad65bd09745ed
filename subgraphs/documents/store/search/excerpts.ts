import { pageSize } from '../../../kit/page.ts';
import { excerptsOf, type Excerpt } from '../../rules/search/excerpt.ts';
import { sought } from '../../rules/search/search-terms.ts';

/** The most cuts of one document, and how many when nobody says. */
const MOST_EXCERPTS = 10;
const USUAL_EXCERPTS = 3;

/**
 * Cuts of a body around what was sought.
 *
 * @throws Fault LIMIT_EXCEEDED when not 1 to 10 are asked for
 */
export function excerptsFor(body: string, text: string, first: number | null | undefined): Excerpt[] {
  return excerptsOf(body, sought(text, null)?.words ?? [], pageSize(first ?? USUAL_EXCERPTS, MOST_EXCERPTS));
}
