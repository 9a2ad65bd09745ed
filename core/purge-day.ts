import { civilDate, parseCivilDate, yearOf, type CivilDate } from './civil-date.ts';

/**
 * The day from which the personal part of a closed file is purged: so many years after it was closed. A file closed on
 * 29 February is kept to 28 February of a year without one.
 */
export function purgeDay(closedOn: CivilDate, retentionYears: number): CivilDate {
  const year = String(yearOf(closedOn) + retentionYears);
  return parseCivilDate(`${year}${closedOn.slice(4)}`) ?? civilDate(`${year}-03-01`);
}
