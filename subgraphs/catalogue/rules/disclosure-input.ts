import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';

const LONGEST_TITLE = 300;
const LONGEST_NOTE = 1_000;

/** Why a text can not be a title: empty or too long. */
export function titleRefusals(title: string, path: readonly string[]): Refusal[] {
  return textRefusals(title, path, LONGEST_TITLE);
}

/** Why a text can not tell the public why something was withdrawn: empty or too long. @see rule C21 */
export function noteRefusals(note: string, path: readonly string[]): Refusal[] {
  return textRefusals(note, path, LONGEST_NOTE);
}

/**
 * Why something can not have come about on a day: the day is yet to come, or lies before the item was owed at all.
 *
 * @param from - the first day on which the item was owed; null for any
 */
export function arisenRefusals(
  arisenOn: CivilDate,
  { from, today }: { readonly from: CivilDate | null; readonly today: CivilDate },
  path: readonly string[],
): Refusal[] {
  if (from !== null && arisenOn < from) {
    return [{ code: 'DAY_TOO_EARLY', path, expected: from, got: arisenOn, rules: ['C8'] }];
  }
  if (arisenOn <= today) return [];
  return [{ code: 'VALUE_IN_FUTURE', path, expected: today, got: arisenOn, rules: ['C8'] }];
}

function textRefusals(text: string, path: readonly string[], longest: number): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: path.at(-1) ?? '' }];
  const length = Array.from(text).length;
  return length <= longest ? [] : [{ code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) }];
}
