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
  const text = folded(cell).replaceAll(BOOK_TITLES, '');
  const limits: TimeLimit[] = [];
  let from = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const counted = countOf(match);
    if (counted === null) return { expected: EXPECTED };
    const words = clauseBefore(text.slice(from, match.index), text.slice(match.index + match[0].length));
    from = match.index + match[0].length;
    limits.push({ appliesTo: scopeOf(words, isOfResults), ...counted });
  }
  const found = limits.length > 0 ? limits : inWords(text, isOfResults);
  if (found.length === 0) return { expected: EXPECTED };
  const once = mergedLimits([], found);
  return once === null ? { expected: TWICE } : { value: once };
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

/** The words that a limit stands in: back to the last stop, and on to the next. */
function clauseBefore(before: string, after: string): string {
  const last = before.split(/[。;,:\n]/).at(-1) ?? '';
  const next = after.split(/[。;,:\d]/)[0] ?? '';
  return last + next;
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
  if (/[年月周季]/.test(text)) return [];
  if (AT_ONCE.test(text)) return [{ appliesTo, days: 0, unit: 'CALENDAR_DAY' }];
  return IN_TIME.test(text) ? [{ appliesTo, days: WORKING_DAYS_IN_TIME, unit: 'WORKING_DAY' }] : [];
}
