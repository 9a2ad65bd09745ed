import type { ItemColumns, TimeLimit } from './item-columns.ts';

/** One column in which a derived item asks for less than the superior's item that it keeps. */
export interface Weakening {
  readonly column: keyof ItemColumns;
  /** What the superior's item asks for. */
  readonly expected: string;
  readonly got: string;
}

/** The rules that a weakening breaks; what may be adjusted at all is C4's, which is from memory and never stands alone. */
export const WEAKENING_RULES = ['C1', 'C4'] as const;

/**
 * In which columns a derived item asks for less than the superior's: a narrower audience (公开对象), on request in place
 * of proactively, a longer time limit (公开时限) or none, fewer levels (公开层级), no longer in force, no longer
 * mandatory for those below, or under another heading, where nobody looks for it. Everything else may be adjusted to local circumstances.
 *
 * Working days and calendar days do not compare, save that so many calendar days are never longer than as many working
 * days.
 *
 * @see rules C1, C4, C7
 */
export function weakenings(own: ItemColumns, base: ItemColumns): Weakening[] {
  const found: Weakening[] = [];
  const note = (column: keyof ItemColumns, expected: string, got: string): void => {
    found.push({ column, expected, got });
  };
  if (base.isInForce && !own.isInForce) note('isInForce', 'true', 'false');
  if (own.categoryCode !== base.categoryCode) note('categoryCode', base.categoryCode, own.categoryCode);
  if (base.isMandatory && !own.isMandatory) note('isMandatory', 'true', 'false');
  if (base.audience === 'WHOLE_SOCIETY' && own.audience !== base.audience)
    note('audience', base.audience, own.audience);
  if (base.method === 'PROACTIVE' && own.method !== base.method) note('method', base.method, own.method);
  const levels = base.levels.filter((level) => !own.levels.includes(level));
  if (levels.length > 0) note('levels', base.levels.join(', '), own.levels.join(', '));
  for (const limit of base.timeLimits) {
    const kept = own.timeLimits.find(({ appliesTo }) => appliesTo === limit.appliesTo);
    if (kept === undefined || isLonger(kept, limit))
      note('timeLimits', words(limit), kept === undefined ? '—' : words(kept));
  }
  return found;
}

function isLonger(own: TimeLimit, base: TimeLimit): boolean {
  return own.days > base.days || (own.unit === 'WORKING_DAY' && base.unit === 'CALENDAR_DAY' && own.days > 0);
}

function words({ appliesTo, days, unit }: TimeLimit): string {
  return `${appliesTo} ${String(days)} ${unit}`;
}
