import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';

/** Between which days something is said to have happened: not before its cause, not in the future. */
export interface DayBounds {
  /** The day of the cause. */
  readonly from: CivilDate;
  readonly today: CivilDate;
}

/** Why a day on which something happened is not taken. */
export function dayRefusals(
  path: readonly string[],
  on: CivilDate,
  { from, today }: DayBounds,
  rules: readonly string[],
): Refusal[] {
  if (on > today) return [{ code: 'VALUE_IN_FUTURE', path, expected: today, got: on, rules }];
  return on < from ? [{ code: 'DAY_TOO_EARLY', path, expected: from, got: on, rules }] : [];
}
