import type { MaskedPassage } from '../passage.ts';
import { canBeGiven, isCommonGiven } from './given-names.ts';
import { isLikeName } from './like-names.ts';
import { nameAt, type Expectation } from './name-at.ts';
import { surnameAt } from './surnames.ts';
import { TITLE, triggersOf } from './triggers.ts';

interface Span {
  readonly at: number;
  readonly length: number;
}

/** What joins one name to the next. */
const JOINT = /(?:[、,/和与及跟]|以及) ?/uy;
/** Behind these a word begins. */
const WORD_BEFORE =
  /(?:^|[^\u3400-\u9fff]|[的是找向由被请对和与跟给让叫问为见到经因及或但而且]|感谢|谢谢|表扬|投诉|举报|反映|尊敬|[医科室院局委厅处站生士师者属人民众名位])$/u;
/** Between a surname and a title these are part of the title. */
const PART_OF_TITLE =
  /^(?:主治|主管|值班|责任|主任|副主|护理|经管|管床|首诊|家庭|校|年轻|(?:老|小|大|姓|女|男|科|院|副|班)$)/u;
const WEAK: Expectation = { isField: false, isNamed: false };

/**
 * Names (姓名) of a folded text, only where they are told as such: behind a field or whoever is named (姓名：, 患者, 联系人),
 * joined to such a one, or before a title (先生, 医生). A name found once is found everywhere in the text. What hides the name
 * already, 张某, 李某某 and a bare 王女士, stays.
 */
export function namesIn(text: string): MaskedPassage[] {
  const spans = [...namedBefore(text), ...namedBehind(text)];
  return [...spans, ...repeated(text, spans)].map((span) => ({ kind: 'NAME', ...span }));
}

function namedBefore(text: string): Span[] {
  const spans: Span[] = [];
  for (const trigger of triggersOf(text)) {
    for (
      let at = trigger.at, expected: Expectation = trigger;
      at >= 0;
      at = joinedAt(text, spans, at), expected = WEAK
    ) {
      const length = nameAt(text, at, expected);
      if (length === 0) break;
      spans.push({ at, length });
    }
  }
  return spans;
}

/** Where the next name would begin that is joined to the one found last; -1 when nothing joins them. */
function joinedAt(text: string, spans: readonly Span[], at: number): number {
  const end = at + (spans.at(-1)?.length ?? 0);
  JOINT.lastIndex = end;
  const joint = JOINT.exec(text);
  return joint === null ? -1 : end + joint[0].length;
}

function namedBehind(text: string): Span[] {
  return Array.from(text.matchAll(TITLE), ({ index }) => beforeTitle(text, index)).filter((span) => span !== null);
}

function beforeTitle(text: string, title: number): Span | null {
  for (const length of [4, 3, 2]) {
    const at = title - length;
    const surname = at < 0 ? null : surnameAt(text, at);
    if (surname === null || length - surname.length > 2 || length - surname.length < 1) continue;
    if (isTitled(text, at, { length, surname: surname.length, isClear: surname.isClear })) return { at, length };
  }
  return null;
}

function isTitled(
  text: string,
  at: number,
  { length, surname, isClear }: { readonly length: number; readonly surname: number; readonly isClear: boolean },
): boolean {
  const given = text.slice(at + surname, at + length);
  if (isLikeName(text, at) || PART_OF_TITLE.test(given) || !Array.from(given).every(canBeGiven)) return false;
  const begins = WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  const isCommon = isCommonGiven(given);
  return isClear ? begins || (isCommon && length > 2) : begins && isCommon;
}

/** Wherever a name that was found is written again. */
function repeated(text: string, spans: readonly Span[]): Span[] {
  const names = new Set(spans.map(({ at, length }) => text.slice(at, at + length)));
  const beginnings = new Set(Array.from(names, (name) => name.charAt(0)));
  const lengths = [...new Set(spans.map(({ length }) => length))].sort((one, other) => other - one);
  const again: Span[] = [];
  for (let at = 0; names.size > 0 && at < text.length; at += 1) {
    if (!beginnings.has(text.charAt(at))) continue;
    const length = lengths.find((one) => at + one <= text.length && names.has(text.slice(at, at + one)));
    if (length !== undefined) again.push({ at, length });
  }
  return again;
}
