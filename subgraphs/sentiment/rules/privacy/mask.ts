import { addressesIn } from './addresses.ts';
import { folded } from './folded.ts';
import { namesIn } from './names/names.ts';
import { accountsIn } from './numbers/accounts.ts';
import { bankCardsIn } from './numbers/bank-cards.ts';
import { idNumbersIn } from './numbers/id-numbers.ts';
import { landlinesIn } from './numbers/landlines.ts';
import { mobileNumbersIn } from './numbers/mobile-numbers.ts';
import { PASSAGE_MASKS, type MaskedPassage } from './passage.ts';
import { withoutKept } from './kept.ts';

/** A text as the public may read it. */
export interface MaskedText {
  readonly text: string;
  /** What was masked, in the order of the text handed in. */
  readonly masked: readonly MaskedPassage[];
}

/** What a mask hides may have kept something else from being seen; more rounds than this find nothing new. */
const ROUNDS = 6;

/**
 * A text with the personal data in it masked (脱敏): names, telephone and identity numbers, home addresses, and the like, each
 * replaced whole by what it is, such as `[姓名]`. Masking what is masked changes nothing. It never throws, and takes time
 * in proportion to the length.
 *
 * @param options.keep - passages that an editor says are public, such as the name of an office's spokesperson: what lies
 *   within one of them stays
 * @see rules P1, P7; 个人信息保护法 第二十八条, 政府信息公开条例 第十五条
 */
export function maskPersonalData(text: string, options: { readonly keep?: readonly string[] } = {}): MaskedText {
  const keep = options.keep ?? [];
  let masked: readonly MaskedPassage[] = [];
  let result = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = withoutKept(result, merged(passagesIn(folded(result))), keep);
    if (found.length === 0) break;
    masked = merged([...masked, ...found.map((passage) => inOriginal(passage, masked))]);
    result = replaced(text, masked);
  }
  return { text: result, masked };
}

function passagesIn(text: string): MaskedPassage[] {
  return [
    ...idNumbersIn(text),
    ...bankCardsIn(text),
    ...mobileNumbersIn(text),
    ...landlinesIn(text),
    ...accountsIn(text),
    ...addressesIn(text),
    ...namesIn(text),
  ];
}

/** Passages in their order; those that overlap are one, of the kind of the longest. */
function merged(passages: readonly MaskedPassage[]): MaskedPassage[] {
  const inOrder = passages.toSorted((one, other) => one.at - other.at || other.length - one.length);
  const apart: MaskedPassage[] = [];
  let longest = 0;
  for (const passage of inOrder) {
    const last = apart.at(-1);
    if (last === undefined || passage.at >= last.at + last.length) {
      apart.push(passage);
      longest = passage.length;
      continue;
    }
    const length = Math.max(last.length, passage.at + passage.length - last.at);
    const kind = passage.length > longest ? passage.kind : last.kind;
    longest = Math.max(longest, passage.length);
    apart[apart.length - 1] = { kind, at: last.at, length };
  }
  return apart;
}

/** Where a passage of a text that was masked stands in the text handed in. */
function inOriginal(passage: MaskedPassage, masked: readonly MaskedPassage[]): MaskedPassage {
  let shift = 0;
  for (const { kind, at, length } of masked) {
    if (at + shift >= passage.at) break;
    shift += PASSAGE_MASKS[kind].length - length;
  }
  return { ...passage, at: passage.at - shift };
}

function replaced(text: string, masked: readonly MaskedPassage[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, at, length } of masked) {
    parts.push(text.slice(from, at), PASSAGE_MASKS[kind]);
    from = at + length;
  }
  return [...parts, text.slice(from)].join('');
}
