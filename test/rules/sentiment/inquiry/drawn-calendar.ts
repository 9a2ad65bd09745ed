import fc from 'fast-check';
import { workingCalendarOf } from '../../../../core/calendar-year.ts';
import { addDays, civilDate, dayOfWeek, yearOf, type CivilDate } from '../../../../core/civil-date.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { secondCalendar } from '../../../core/second-calendar.ts';

/** A calendar as the rules have it, and the same a second time by another way. */
export interface TwoCalendars {
  readonly calendar: WorkingCalendar;
  readonly second: ReturnType<typeof secondCalendar>;
}

const FIRST = civilDate('2026-01-01');
const YEARS = [2026, 2027, 2028] as const;
const day = fc.nat({ max: 3 * 365 }).map((days) => addDays(FIRST, days));
const isWeekend = (on: CivilDate) => dayOfWeek(on) % 6 === 0;

/** Any days off, any weekend days worked in their place, any years not published. */
export const twoCalendars: fc.Arbitrary<TwoCalendars> = fc
  .record({
    off: fc.uniqueArray(day, { maxLength: 80 }),
    worked: fc.uniqueArray(day, { maxLength: 40 }),
    years: fc.subarray([...YEARS]),
  })
  .map(({ off, worked, years }) => {
    const isIn = (on: CivilDate) => years.includes(yearOf(on) as (typeof YEARS)[number]);
    const makeUp = worked.filter((on) => isIn(on) && isWeekend(on));
    const holidays = off.filter((on) => isIn(on) && !makeUp.includes(on));
    const named = (days: readonly CivilDate[], year: number) =>
      days.filter((on) => yearOf(on) === year).map((on) => ({ on, name: '假' }));
    const calendar = workingCalendarOf(
      years.map((year) => ({ year, holidays: named(holidays, year), workdays: named(makeUp, year) })),
    );
    return { calendar, second: secondCalendar({ off: holidays, worked: makeUp, years }) };
  });

/** Any instant of two years, so that some of what begins then ends in the third. */
export const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T23:59:59Z') })
  .map((at) => new Date(at));

/** The civil day of an instant in Shanghai, by the time zone's own rules and not by the hub's arithmetic. */
export function dayInShanghai(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}
