import { createRequire } from 'node:module';
import { tidyYear, type CalendarYear, type NamedDay } from '../../../core/calendar-year.ts';
import { civilDate, yearOf, type CivilDate } from '../../../core/civil-date.ts';

interface DayData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/**
 * The years whose holidays were published when this version of the hub was made, from 2004 on: the data of the package
 * `chinese-days` (only its data: its own date functions depend on the time zone of the process).
 *
 * Its days come without the notice that they stand in. In December only the next year's notice has ever moved days.
 */
export function publishedYears(): readonly CalendarYear[] {
  const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as DayData;
  const [off, worked] = [namedDays(holidays), namedDays(workdays)];
  const years = new Set(off.map(({ on }) => yearOf(on)));
  const ofNotice = (days: readonly NamedDay[], year: number) => days.filter(({ on }) => noticeYear(on) === year);
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => tidyYear({ year, holidays: ofNotice(off, year), workdays: ofNotice(worked, year) }));
}

/** Values of the package read `English name,Chinese name,days`. */
function namedDays(days: Readonly<Record<string, string>>): NamedDay[] {
  return Object.entries(days).map(([day, text]) => ({ on: civilDate(day), name: text.split(',')[1] ?? text }));
}

function noticeYear(on: CivilDate): number {
  return on.slice(5, 7) === '12' ? yearOf(on) + 1 : yearOf(on);
}
