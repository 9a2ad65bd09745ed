import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/fault.ts';
import {
  halfYearsOwed,
  reportDueOn,
  reportRefusals,
  reportStanding,
  requireReportedHalfYear,
} from '../../../subgraphs/catalogue/rules/half-year.ts';

describe('the report of a half-year', () => {
  it.each([
    [2020, 'H2', '2021-01-10'],
    [2021, 'H1', '2021-07-10'],
    [2021, 'H2', '2022-01-10'],
  ] as const)('of %s %s is due on %s', (year, half, day) => {
    expect(reportDueOn({ year, half })).toBe(day);
  });

  it.each([
    ['2021-01-10', []],
    ['2021-01-11', ['2020 H2']],
    ['2021-07-10', ['2020 H2']],
    ['2021-07-11', ['2020 H2', '2021 H1']],
    ['2022-01-11', ['2020 H2', '2021 H1', '2021 H2']],
    ['2019-05-01', []],
  ])('is late on %s for %s', (on, owed) => {
    expect(halfYearsOwed(civilDate(on)).map(({ year, half }) => `${String(year)} ${half}`)).toEqual(owed);
  });

  it.each([
    ['handed in on the due day', '2021-01-10', '2021-02-01', { isLate: false, isOverdue: false }],
    ['handed in the day after', '2021-01-11', '2021-02-01', { isLate: true, isOverdue: false }],
    ['not handed in by the due day', null, '2021-01-10', { isLate: false, isOverdue: false }],
    ['not handed in the day after', null, '2021-01-11', { isLate: false, isOverdue: true }],
    ['seen before it was handed in late', '2021-01-20', '2021-01-15', { isLate: false, isOverdue: true }],
    ['seen before it was handed in in time', '2021-01-09', '2021-01-08', { isLate: false, isOverdue: false }],
  ])('%s', (_case, submitted, on, standing) => {
    const submittedOn = submitted === null ? null : civilDate(submitted);
    expect(reportStanding(civilDate('2021-01-10'), submittedOn, civilDate(on))).toEqual(standing);
  });

  it.each([
    ['2020 H1, before any was owed', { year: 2020, half: 'H1', body: '进展' }, ['PERIOD_NOT_REPORTED']],
    ['2020 H2', { year: 2020, half: 'H2', body: '进展' }, []],
    ['a half that ends today', { year: 2021, half: 'H1', body: '进展' }, []],
    ['a half that is not over', { year: 2021, half: 'H2', body: '进展' }, ['VALUE_IN_FUTURE']],
    ['a year nobody lives to see', { year: 9999, half: 'H1', body: '进展' }, ['PERIOD_NOT_REPORTED']],
    ['nothing', { year: 2020, half: 'H2', body: ' ' }, ['VALUE_MISSING']],
    ['nothing of no half-year', { year: 2019, half: 'H2', body: '' }, ['PERIOD_NOT_REPORTED', 'VALUE_MISSING']],
  ] as const)('is taken or refused for %s', (_case, { body, ...halfYear }, codes) => {
    const refusals = reportRefusals(halfYear, body, civilDate('2021-06-30'));
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });

  it('is not asked for where none is owed', () => {
    expect(() => requireReportedHalfYear({ year: 2020, half: 'H1' })).toThrow(Fault);
    expect(() => requireReportedHalfYear({ year: 9999, half: 'H1' })).toThrow('2020 H2 to 9998 H2');
    expect(() => requireReportedHalfYear({ year: 2020, half: 'H2' })).not.toThrow();
  });
});
