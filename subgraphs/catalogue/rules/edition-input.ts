import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';

/** The longest texts of an edition and of its review, in characters. */
const LONGEST = { edition: 40, title: 200, note: 2_000, opinion: 2_000 } as const;

/** Something to read: a letter or a digit. */
const LEGIBLE = /[\p{L}\p{N}]/u;

/** What people write of an edition itself. */
export interface EditionInput {
  readonly edition?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly effectiveOn?: CivilDate | null | undefined;
  readonly subordinatesFileBy?: CivilDate | null | undefined;
}

/** Why an edition can not be called so, or can not take effect or be filed below on such a day. */
export function editionRefusals(input: EditionInput, today: CivilDate): Refusal[] {
  return [
    ...textRefusals('edition', input.edition),
    ...textRefusals('title', input.title),
    ...dayRefusals('effectiveOn', input.effectiveOn, today),
    ...dayRefusals('subordinatesFileBy', input.subordinatesFileBy, today),
  ];
}

/** Why a reviewer's words are not taken: too long, or an opinion that says nothing. */
export function reviewRefusals(note: string | null, opinions: readonly { readonly opinion: string }[]): Refusal[] {
  const refusals: Refusal[] = note === null ? [] : lengthRefusals(['note'], note, LONGEST.note);
  opinions.forEach(({ opinion }, index) => {
    const path = ['opinions', String(index), 'opinion'];
    if (opinion.trim() === '') refusals.push({ code: 'VALUE_MISSING', path, expected: 'opinion', rules: ['C11'] });
    refusals.push(...lengthRefusals(path, opinion, LONGEST.opinion));
  });
  return refusals;
}

function textRefusals(field: 'edition' | 'title', text: string | null | undefined): Refusal[] {
  if (text == null) return [];
  if (!LEGIBLE.test(text) || text.includes('\u{FFFD}')) {
    return [{ code: 'VALUE_MISSING', path: ['input', field], expected: field }];
  }
  return lengthRefusals(['input', field], text, LONGEST[field]);
}

function lengthRefusals(path: readonly string[], text: string, longest: number): Refusal[] {
  const length = Array.from(text).length;
  return length <= longest ? [] : [{ code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) }];
}

/** An edition holds for days to come: what was owed in the past is not changed afterwards. */
function dayRefusals(field: string, day: CivilDate | null | undefined, today: CivilDate): Refusal[] {
  if (day == null) return [];
  const path = ['input', field];
  if (day < today) return [{ code: 'DAY_IN_PAST', path, expected: today, got: day, rules: ['C10'] }];
  const farthest = `${String(Number(today.slice(0, 4)) + 10)}-12-31`;
  return day > farthest ? [{ code: 'DAY_TOO_FAR', path, expected: farthest, got: day }] : [];
}
