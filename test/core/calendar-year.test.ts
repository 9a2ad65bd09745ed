import { describe, expect, it } from 'vitest';
import { isSameYear, tidyYear, workingCalendarOf, type CalendarYear } from '../../core/calendar-year.ts';
import { civilDate, dayOfWeek } from '../../core/civil-date.ts';
import { publishedYears } from '../../subgraphs/catalogue/store/published-years.ts';

const day = (on: string, name = '元旦') => ({ on: civilDate(on), name });
const year = (of: number, holidays: string[], workdays: string[] = []): CalendarYear => ({
  year: of,
  holidays: holidays.map((on) => day(on)),
  workdays: workdays.map((on) => day(on)),
});

describe('the working calendar of several years', () => {
  it('holds the days of all of them, and which years are published', () => {
    const calendar = workingCalendarOf([year(2028, ['2028-01-01']), year(2027, ['2027-01-01'], ['2027-01-03'])]);
    expect([...calendar.holidays.keys()].sort()).toEqual(['2027-01-01', '2028-01-01']);
    expect([...calendar.makeUpDays]).toEqual([['2027-01-03', '元旦']]);
    expect([...calendar.publishedYears].sort()).toEqual([2027, 2028]);
  });

  it.each([
    [
      'a day off that the later notice has worked',
      [year(2028, ['2028-01-01'], ['2027-12-26']), year(2027, ['2027-12-26'])],
    ],
    ['the same, given in their order', [year(2027, ['2027-12-26']), year(2028, ['2028-01-01'], ['2027-12-26'])]],
  ])('lets the later year prevail: %s', (_what, years) => {
    const calendar = workingCalendarOf(years);
    expect(calendar.makeUpDays.has('2027-12-26')).toBe(true);
    expect(calendar.holidays.has('2027-12-26')).toBe(false);
  });

  it('lets the later year prevail: a worked day that it has off', () => {
    const calendar = workingCalendarOf([year(2027, ['2027-01-01'], ['2027-12-26']), year(2028, ['2027-12-26'])]);
    expect(calendar.makeUpDays.has('2027-12-26')).toBe(false);
    expect(calendar.holidays.has('2027-12-26')).toBe(true);
  });

  it('does not take a year for published because a later notice has days in it', () => {
    expect([...workingCalendarOf([year(2028, ['2027-12-31', '2028-01-01'])]).publishedYears]).toEqual([2028]);
  });
});

describe('a year', () => {
  it('is the same however its days were ordered and spaced', () => {
    const one = tidyYear({ year: 2027, holidays: [day('2027-01-02'), day('2027-01-01', ' 元旦 ')], workdays: [] });
    expect(isSameYear(one, year(2027, ['2027-01-01', '2027-01-02']))).toBe(true);
  });

  it.each([
    ['another day', year(2027, ['2027-01-02'])],
    ['a day more', year(2027, ['2027-01-01', '2027-01-02'])],
    ['a make-up day more', year(2027, ['2027-01-01'], ['2027-01-03'])],
    ['another name', { ...year(2027, []), holidays: [day('2027-01-01', '新年')] }],
    ['another year', year(2028, ['2027-01-01'])],
  ])('is not the same with %s', (_what, other) => {
    expect(isSameYear(year(2027, ['2027-01-01']), other)).toBe(false);
  });
});

describe('the years that come with the hub', () => {
  const years = publishedYears();

  it('are all from 2004 to 2026', () => {
    expect(years.map((one) => one.year)).toEqual(Array.from({ length: 23 }, (_none, index) => 2004 + index));
  });

  it.each(['元旦', '春节', '清明', '劳动节', '国庆节'])('have days off for %s in every year since 2008', (name) => {
    const lacking = years.filter((one) => one.year >= 2008 && one.holidays.every((day) => day.name !== name));
    expect(lacking.map((one) => one.year)).toEqual([]);
  });

  it('have only weekend days worked, and no day both off and worked', () => {
    const calendar = workingCalendarOf(years);
    expect([...calendar.makeUpDays.keys()].filter((on) => dayOfWeek(civilDate(on)) % 6 !== 0)).toEqual([]);
    expect([...calendar.makeUpDays.keys()].filter((on) => calendar.holidays.has(on))).toEqual([]);
  });

  it('have days of a December in the year of the notice that they stand in', () => {
    const off = (of: number) => years.find((one) => one.year === of)?.holidays.map(({ on }) => on) ?? [];
    expect(off(2023)[0]).toBe('2022-12-31');
    expect(off(2022).at(-1)).toBe('2022-10-07');
  });
});
