import type { CalendarYear } from '../../../core/calendar-year.ts';
import type { ChangeKind, NewEntry } from '../../../core/change.ts';

/** The log's entry of a year of the working calendar; it concerns no region but the whole country. */
export function workingCalendarChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  { year, holidays, workdays }: CalendarYear,
  occurredAt: Date,
): NewEntry {
  const daysOf = (days: CalendarYear['holidays']) => days.map(({ on, name }) => ({ on, name }));
  return {
    kind,
    subject: 'WORKING_CALENDAR',
    subjectId: String(year),
    occurredAt,
    regionCode: null,
    publisherId: null,
    payload: { holidays: daysOf(holidays), workdays: daysOf(workdays) },
  };
}
