import { describe, expect, it } from 'vitest';
import type { CalendarYear, NamedDay } from '../../../core/calendar-year.ts';
import { addDays, civilDate } from '../../../core/civil-date.ts';
import { calendarRefusals } from '../../../subgraphs/catalogue/rules/calendar-input.ts';

const day = (on: string, name = '元旦'): NamedDay => ({ on: civilDate(on), name });
const GOOD: CalendarYear = {
  year: 2027,
  holidays: [day('2027-01-01'), day('2027-01-02')],
  workdays: [day('2027-01-03')],
};
const many = (count: number) =>
  Array.from({ length: count }, (_none, index) => day(addDays(civilDate('2027-01-01'), index)));

const reasons = (changed: Partial<CalendarYear>) =>
  calendarRefusals({ ...GOOD, ...changed }).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a year of the working calendar', () => {
  it.each<[string, Partial<CalendarYear>]>([
    ['as the notice gives it', {}],
    ['without make-up days', { workdays: [] }],
    ['with a day off on 1 December of the year before', { holidays: [day('2026-12-01')] }],
    ['with a day off on 31 January of the year after', { holidays: [day('2028-01-31')] }],
    ['with a make-up Sunday in the December before', { workdays: [day('2026-12-27')] }],
    ['with a day off on a Saturday', { holidays: [day('2027-01-02')] }],
    ['with a name of 50 characters', { holidays: [day('2027-01-01', '节'.repeat(50))] }],
    ['with 100 days off', { holidays: many(100), workdays: [] }],
    ['the first that is taken', { year: 2004, holidays: [day('2004-01-01')], workdays: [] }],
    ['the last that is taken', { year: 2100, holidays: [day('2100-01-01')], workdays: [] }],
  ])('is taken %s', (_what, changed) => {
    expect(reasons(changed)).toEqual([]);
  });

  it.each<[string, Partial<CalendarYear>, string[]]>([
    ['before 2004', { year: 2003 }, ['YEAR_OUT_OF_RANGE input.year']],
    ['after 2100', { year: 2101 }, ['YEAR_OUT_OF_RANGE input.year']],
    ['without a day off', { holidays: [] }, ['VALUE_MISSING input.holidays']],
    ['with a day on 30 November before', { holidays: [day('2026-11-30')] }, ['DAY_OUT_OF_RANGE input.holidays.0.on']],
    ['with a day on 1 February after', { holidays: [day('2028-02-01')] }, ['DAY_OUT_OF_RANGE input.holidays.0.on']],
    ['with a make-up Friday', { workdays: [day('2027-01-08')] }, ['MAKE_UP_DAY_NOT_WEEKEND input.workdays.0.on']],
    [
      'with a day off twice',
      { holidays: [day('2027-01-01'), day('2027-01-01')] },
      ['DAY_REPEATED input.holidays.1.on'],
    ],
    [
      'with a make-up day twice',
      { workdays: [day('2027-01-03'), day('2027-01-03')] },
      ['DAY_REPEATED input.workdays.1.on'],
    ],
    ['with a day both off and worked', { workdays: [day('2027-01-02')] }, ['DAY_CONTRADICTORY input.workdays.0.on']],
    ['with a day without a name', { holidays: [day('2027-01-01', ' ')] }, ['VALUE_MISSING input.holidays.0.name']],
    [
      'with a name too long',
      { holidays: [day('2027-01-01', '节'.repeat(51))] },
      ['VALUE_TOO_LONG input.holidays.0.name'],
    ],
    ['with 101 days off', { holidays: many(101), workdays: [] }, ['TOO_MANY_VALUES input.holidays']],
    [
      'with 101 make-up days',
      { holidays: [day('2026-12-31')], workdays: many(101) },
      ['TOO_MANY_VALUES input.workdays'],
    ],
  ])('is refused %s', (_what, changed, expected) => {
    expect(reasons(changed)).toEqual(expected);
  });

  it('is refused for every reason at once', () => {
    const holidays = [day('2027-01-01'), day('2027-01-01', ''), day('2025-01-01')];
    expect(reasons({ holidays, workdays: [day('2027-01-01')] })).toEqual([
      'VALUE_MISSING input.holidays.1.name',
      'DAY_REPEATED input.holidays.1.on',
      'DAY_OUT_OF_RANGE input.holidays.2.on',
      'MAKE_UP_DAY_NOT_WEEKEND input.workdays.0.on',
      'DAY_CONTRADICTORY input.workdays.0.on',
    ]);
  });

  it('says what would have been taken and what came', () => {
    const [refusal] = calendarRefusals({ ...GOOD, holidays: [day('2026-11-30')] });
    expect(refusal).toMatchObject({ expected: '2026-12-01 – 2028-01-31', got: '2026-11-30' });
  });
});
