/** A process of its own that counts every vector and prints what it got, and its distance from UTC in January, in minutes. */
import { workingCalendarOf } from '../../core/calendar-year.ts';
import { civilDate } from '../../core/civil-date.ts';
import { deadlineOf } from '../../core/working-calendar.ts';
import { publishedYears } from '../../subgraphs/catalogue/store/published-years.ts';
import { VECTORS } from './deadline-vectors.ts';

const calendar = workingCalendarOf(publishedYears());
const ends = VECTORS.map(([what, from, days, , unit = 'WORKING_DAY']) => {
  const { on, provisional } = deadlineOf({ from: civilDate(from), days, unit }, calendar);
  return [what, provisional ? `~${on}` : on];
});
console.log(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), ends }));
