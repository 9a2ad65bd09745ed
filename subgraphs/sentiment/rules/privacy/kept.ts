import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../../../../core/text-input.ts';
import type { MaskedPassage } from './passage.ts';

/** The most passages that one call keeps, and the longest of them, in characters. */
export const MOST_KEPT = 100;
export const LONGEST_KEPT = 200;

/** Why passages that are to stay as they are are not taken: there are too many, or one is too long or says nothing. */
export function keepRefusals(keep: readonly string[], path: readonly string[] = ['input', 'keep']): Refusal[] {
  if (keep.length > MOST_KEPT) {
    return [{ code: 'TOO_MANY_VALUES', path, expected: String(MOST_KEPT), got: String(keep.length) }];
  }
  return keep.flatMap((passage, at) =>
    textRefusals(passage, { path: [...path, String(at)], name: 'keep', maximum: LONGEST_KEPT }),
  );
}

/** The passages that do not lie within something that is to stay as it is. */
export function withoutKept(
  text: string,
  passages: readonly MaskedPassage[],
  keep: readonly string[],
): readonly MaskedPassage[] {
  const kept = keep.filter((passage) => passage.trim() !== '');
  return kept.reduce<readonly MaskedPassage[]>((left, passage) => outside(text, left, passage), passages);
}

function outside(text: string, passages: readonly MaskedPassage[], kept: string): MaskedPassage[] {
  return passages.filter(({ at, length }) => {
    if (length > kept.length) return true;
    const from = Math.max(0, at + length - kept.length);
    return !text.slice(from, at + kept.length).includes(kept);
  });
}
