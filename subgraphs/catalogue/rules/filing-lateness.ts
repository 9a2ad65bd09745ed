import { daysBetween, type CivilDate } from '../../../core/civil-date.ts';

/** What is known of how a region files the catalogue that it derives. */
export interface FilingFacts {
  /** The last day on which it is on time; null when the superior set none. */
  readonly dueOn: CivilDate | null;
  /** The day of the first filing; null while there is none. */
  readonly filedOn: CivilDate | null;
  /** True for an edition that was filed and approved at another hub, which does not tell when it was filed. */
  readonly isFiledElsewhere: boolean;
}

/**
 * How many calendar days a filing is behind on a day: from its due day to the day of the filing, or to the day asked about
 * while nothing is filed. 0 when it is on time, and when it was filed nobody knows when.
 *
 * @see rule C10
 */
export function daysLate({ dueOn, filedOn, isFiledElsewhere }: FilingFacts, on: CivilDate): number {
  const until = filedOn ?? on;
  return dueOn === null || isFiledElsewhere ? 0 : Math.max(0, daysBetween(dueOn, until));
}
