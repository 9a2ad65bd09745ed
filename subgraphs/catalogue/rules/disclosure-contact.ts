import { civilDate, yearOf, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { optionalText, requiredText } from './supervised-text.ts';

/** The year of the first list of contacts. */
export const FIRST_CONTACT_YEAR = 2020;
const LONGEST = { name: 60, post: 100, phone: 40, email: 120 } as const;

/** A contact as staff hand it in. Personal: nothing of it ever stands in a refusal. */
export interface ContactInput {
  readonly year: number;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly email: string | null;
}

/** The last day on which the list of a year is in time. @see rule C15 */
export function contactDueOn(year: number): CivilDate {
  return civilDate(`${String(year)}-07-31`);
}

/** The year whose list is the newest that is late on a day if it is not there yet; null before the first. @see rule C15 */
export function contactYearOwed(on: CivilDate): number | null {
  const year = yearOf(on);
  const owed = on > `${on.slice(0, 4)}-07-31` ? year : year - 1;
  return owed < FIRST_CONTACT_YEAR ? null : owed;
}

/** Every reason why a contact is not taken. @see rule C15 */
export function contactRefusals(input: ContactInput, today: CivilDate): Refusal[] {
  const { year, name, post, phone, email } = input;
  const refusals = [
    ...requiredText(['input', 'name'], name, LONGEST.name),
    ...requiredText(['input', 'post'], post, LONGEST.post),
    ...requiredText(['input', 'phone'], phone, LONGEST.phone),
    ...optionalText(['input', 'email'], email, LONGEST.email),
  ];
  const last = yearOf(today) + 1;
  if (year < FIRST_CONTACT_YEAR || year > last) {
    const expected = `${String(FIRST_CONTACT_YEAR)}–${String(last)}`;
    refusals.push({ code: 'YEAR_OUT_OF_RANGE', path: ['input', 'year'], expected, got: String(year), rules: ['C15'] });
  }
  return refusals;
}
