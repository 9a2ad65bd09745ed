import type { TimeLimit, TimeLimitScope, TimeUnit } from '../item-columns.ts';
import { folded, type CellReading } from './cell-text.ts';
import { wholeNumber } from './chinese-number.ts';

const EXPECTED = '如“自信息形成或者变更之日起20个工作日内；结果信息7个工作日内”';
const TWICE = '一般信息和结果信息各至多一个时限';
const AMOUNT =
  /(?<![月年\d第-])(\d{1,3}|[〇零一二两三四五六七八九十百]{1,7})(?:个)?(工作日|自然日|日历日|日|天|小时)(?![期常])(?:[(（]?(工作日)[)）]?)?/g;
/** At once, on the same day. */
const AT_ONCE = /即时|实时|立即|当日|当天|同步/;
const IN_TIME = /及时/;
/** 属于主动公开范围的，自形成或者变更之日起20个工作日内及时公开。 @see rule C8 */
const WORKING_DAYS_IN_TIME = 20;
const OF_RESULTS = /结果|许可证|决定书/;
const OF_THE_WHOLE = /指南|法律|法规|政策|过程|程序|一般信息|其他信息/;
/** Names one part of what is disclosed. */
const OF_A_PART = /结果|许可证|决定书|指南|一般信息|其他信息/;
/** Says when, but no number of days after something came about. */
const UNCOUNTED = /长期|常年|永久|定期|适时|每[年季月周日半]|按[年季月]|\d+个?(?:月|年|季度)内/;
/** Speaks of a number of days, whether or not the number can be read. */
const COUNTING = /日起|[日天]之?内/;
const BOOK_TITLES = /《[^》]*》/g;

/**
 * Reads within how many days an item is disclosed (公开时限): several limits may stand in one cell, one for the
 * information in general and one for results. Days without 工作 are calendar days; 24, 48 or 72 hours are 1, 2 or 3 of
 * them; 即时, 实时, 当日 are 0 calendar days, the same day; 及时 alone is the 20 working days of the regulations.
 *
 * @param isOfResults - whether the row is of results only, so that its limit is theirs
 * @see rules C7, C8
 */
export function readTimeLimits(cell: string, isOfResults = false): CellReading<TimeLimit[]> {
  const sentences = sentencesOf(cell.normalize('NFKC').replaceAll(BOOK_TITLES, ''));
  if (sentences.some((sentence) => UNCOUNTED.test(sentence))) return { expected: EXPECTED };
  const counted = sentences.map((sentence) => countedLimits(sentence, isOfResults));
  const hasAmount = counted.some((limits) => limits !== null && limits.length > 0);
  const limits = counted.map((found, index) => {
    const sentence = sentences[index] ?? '';
    if (found?.length !== 0 || (hasAmount && !OF_A_PART.test(sentence) && !COUNTING.test(sentence))) return found;
    const inWordsOnly = inWords(sentence, isOfResults);
    return inWordsOnly.length === 0 && COUNTING.test(sentence) ? null : inWordsOnly;
  });
  const known = limits.filter((found) => found !== null).flat();
  if (known.length === 0 || limits.includes(null)) return { expected: EXPECTED };
  const once = mergedLimits([], known);
  return once === null ? { expected: TWICE } : { value: once };
}

/** The limits of one sentence by their numbers; null when one can not be told. */
function countedLimits(sentence: string, isOfResults: boolean): TimeLimit[] | null {
  const limits: TimeLimit[] = [];
  const matches = [...sentence.matchAll(AMOUNT)];
  let from = 0;
  for (const match of matches) {
    const counted = countOf(match);
    if (counted === null) return null;
    const clause = clauseAround(sentence.slice(from, match.index), sentence.slice(match.index + match[0].length));
    const words = matches.length === 1 ? sentence : clause;
    from = match.index + match[0].length;
    limits.push({ appliesTo: scopeOf(words, isOfResults), ...counted });
  }
  return limits;
}

/** Both together, the same once; null when they differ for one scope. */
export function mergedLimits(some: readonly TimeLimit[], more: readonly TimeLimit[]): TimeLimit[] | null {
  const merged = [...some];
  for (const limit of more) {
    const known = merged.find(({ appliesTo }) => appliesTo === limit.appliesTo);
    if (known === undefined) merged.push(limit);
    else if (known.days !== limit.days || known.unit !== limit.unit) return null;
  }
  return merged;
}

/** Writes limits so that {@link readTimeLimits} gives them back. */
export function writeTimeLimits(limits: readonly TimeLimit[]): string {
  return limits
    .map(({ appliesTo, days, unit }) => {
      const subject = appliesTo === 'RESULT' ? '结果信息' : '';
      const counted = `${String(days)}个${unit === 'WORKING_DAY' ? '工作日' : '自然日'}`;
      return `${subject}自信息形成或者变更之日起${counted}内予以公开`;
    })
    .join('；');
}

/** Divided by stops and semicolons; by a line break only where a limit is complete before it, since long lines wrap. */
function sentencesOf(text: string): string[] {
  return text.split(/[;。]/).flatMap((part) =>
    part.split('\n').reduce<string[]>((sentences, line) => {
      const last = sentences.at(-1);
      if (last === undefined || isComplete(last)) return [...sentences, folded(line)];
      return [...sentences.slice(0, -1), folded(last + line)];
    }, []),
  );
}

function isComplete(sentence: string): boolean {
  return sentence.search(AMOUNT) >= 0 || AT_ONCE.test(sentence) || IN_TIME.test(sentence);
}

/** The words that one of several limits stands in: back to the last comma, and on to the next. */
function clauseAround(before: string, after: string): string {
  return (before.split(',').at(-1) ?? '') + (after.split(/[,\d]/)[0] ?? '');
}

function scopeOf(words: string, isOfResults: boolean): TimeLimitScope {
  if (OF_RESULTS.test(words) && !OF_THE_WHOLE.test(words)) return 'RESULT';
  return isOfResults && !OF_THE_WHOLE.test(words) ? 'RESULT' : 'INFORMATION';
}

function countOf([, amount = '', noun, aside]: RegExpExecArray): { days: number; unit: TimeUnit } | null {
  const number = wholeNumber(amount);
  if (number === null) return null;
  if (noun === '小时') return number % 24 === 0 ? { days: number / 24, unit: 'CALENDAR_DAY' } : null;
  return { days: number, unit: noun === '工作日' || aside !== undefined ? 'WORKING_DAY' : 'CALENDAR_DAY' };
}

function inWords(text: string, isOfResults: boolean): TimeLimit[] {
  const appliesTo = scopeOf(text, isOfResults);
  if (AT_ONCE.test(text)) return [{ appliesTo, days: 0, unit: 'CALENDAR_DAY' }];
  return IN_TIME.test(text) ? [{ appliesTo, days: WORKING_DAYS_IN_TIME, unit: 'WORKING_DAY' }] : [];
}
