import { createRequire } from 'node:module';
import type { WorkingCalendar } from '../../core/working-calendar.ts';

interface DayData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const chineseDays = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as DayData;

/**
 * The holidays and make-up days that the State Council has published, from the data of the package `chinese-days`
 * (only its data: its own date functions depend on the time zone of the process). Values there read
 * `English name,Chinese name,days`.
 */
export const publishedCalendar: WorkingCalendar = {
  holidays: named(chineseDays.holidays),
  makeUpDays: named(chineseDays.workdays),
  publishedYears: new Set(Object.keys(chineseDays.holidays).map((day) => Number(day.slice(0, 4)))),
};

function named(days: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(days).map(([day, text]) => [day, text.split(',')[1] ?? text]));
}
