import { addDays, civilDate, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { textRefusals } from '../../../core/text-input.ts';

const LONGEST_TITLE = 200;
/** How far ahead a list may take effect, in days: a slip of the pen must not lock out every later list. */
const FARTHEST_DAYS = 366;
/** No list that is published today began to hold before the codes that it uses existed. */
const FIRST_DAY = civilDate('2000-01-01');

/** What is to be judged of a list beside its rows. */
export interface GivenHead {
  readonly title: string;
  readonly effectiveOn: CivilDate;
}

/**
 * Every reason why a list is not taken as such: its title, a first day far off, or before that of the list in force.
 *
 * @param latest - the first day of the list in force; null when there is none
 * @see rule H7
 */
export function listHeadRefusals(
  { title, effectiveOn }: GivenHead,
  path: readonly string[],
  { today, latest }: { readonly today: CivilDate; readonly latest: CivilDate | null },
): Refusal[] {
  const on = { path: [...path, 'effectiveOn'], got: effectiveOn, rules: ['H7'] };
  const refusals: Refusal[] = textRefusals(title, { path: [...path, 'title'], name: 'title', maximum: LONGEST_TITLE });
  const last = addDays(today, FARTHEST_DAYS);
  if (effectiveOn > last) refusals.push({ code: 'DAY_TOO_FAR', expected: last, ...on });
  if (effectiveOn < FIRST_DAY) refusals.push({ code: 'DAY_TOO_EARLY', expected: FIRST_DAY, ...on });
  if (latest !== null && effectiveOn < latest) {
    refusals.push({ code: 'PRICE_LIST_OUTDATED', expected: latest, ...on });
  }
  return refusals;
}
