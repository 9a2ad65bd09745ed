import type { MaskedPassage } from './passage.ts';

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
