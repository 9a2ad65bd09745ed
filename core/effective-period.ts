import type { CivilDate } from './civil-date.ts';

/** The days on which something holds: from `from` on, up to but not including `until`; open while `until` is null. */
export interface EffectivePeriod {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** Whether something holds on a day. */
export function covers(period: EffectivePeriod, on: CivilDate): boolean {
  return period.from <= on && (period.until === null || on < period.until);
}
