import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { addDays, civilDate, dayOfWeek, yearOf, type CivilDate } from '../../core/civil-date.ts';
import { workingCalendarOf, type CalendarYear } from '../../core/calendar-year.ts';
import { deadlineOf, TIME_UNITS, type WorkingCalendar } from '../../core/working-calendar.ts';
import { publishedYears } from '../../subgraphs/catalogue/store/published-years.ts';
import { secondCalendar } from './second-calendar.ts';

/** A generator of numbers that repeats itself from the same seed (mulberry32); below `limit`, whole. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

type Second = ReturnType<typeof secondCalendar>;
type Both = readonly [WorkingCalendar, Second];

/** The published years, read a first time by the hub and a second time straight from the package's file. */
function publishedTwice(): Both {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as Record<'holidays' | 'workdays', Record<string, string>>;
  const off = Object.keys(file.holidays);
  const years = [...new Set(off.map((day) => Number(day.split('-')[0])))];
  return [workingCalendarOf(publishedYears()), secondCalendar({ off, worked: Object.keys(file.workdays), years })];
}

/** Years that nobody published: any day off, any weekend day worked, any year missing. */
function madeUpTwice(random: (limit: number) => number): Both {
  const years: CalendarYear[] = [];
  for (let year = 2000; year < 2040; year += 1) {
    if (random(4) === 0) continue;
    const start = civilDate(`${year}-01-01`);
    const days = new Set(Array.from({ length: random(60) }, () => addDays(start, random(360))));
    const named = [...days].map((on) => ({ on, name: '假' }));
    const worked = named.filter(({ on }) => dayOfWeek(on) % 6 === 0 && random(2) === 0);
    years.push({ year, holidays: named.filter((day) => !worked.includes(day)), workdays: worked });
  }
  const textsOf = (list: 'holidays' | 'workdays') => years.flatMap((year) => year[list].map(({ on }) => String(on)));
  const raw = { off: textsOf('holidays'), worked: textsOf('workdays'), years: years.map(({ year }) => year) };
  return [workingCalendarOf(years), secondCalendar(raw)];
}

/** How many cases are tried with one made-up calendar, and then as many with the published one. */
const ROUND = 1_000;

/**
 * Compares the two implementations on random time limits, half of them by the published calendar and half by made-up
 * ones.
 *
 * @returns the cases in which they differ, in words, at most ten
 */
export function differences(cases: number, seed: number): string[] {
  const random = randomFrom(seed);
  const published = publishedTwice();
  const found: string[] = [];
  for (let done = 0; done < cases && found.length < 10; done += ROUND) {
    const both = (done / ROUND) % 2 === 0 ? published : madeUpTwice(random);
    const left = Math.min(ROUND, cases - done);
    for (let index = 0; index < left; index += 1) found.push(...difference(both, random));
  }
  return found;
}

const FIRST_DAY = civilDate('1995-01-01');
const SPAN_OF_DAYS = 45 * 365;

function difference([calendar, second]: Both, random: (limit: number) => number): string[] {
  const from: CivilDate = addDays(FIRST_DAY, random(SPAN_OF_DAYS));
  // Most time limits are short; one in fifty is as long as anyone may ask.
  const days = random(random(50) === 0 ? 1_001 : 61);
  const unit = TIME_UNITS[random(8) === 0 ? 1 : 0];
  const [one, other] = [deadlineOf({ from, days, unit }, calendar), second(from, days, unit)];
  if (one.on === other.on && one.provisional === other.provisional) return [];
  return [`${String(days)} × ${unit} from ${from} (${String(yearOf(from))}): ${JSON.stringify([one, other])}`];
}
