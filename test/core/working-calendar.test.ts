import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendarOf } from '../../core/calendar-year.ts';
import { addDays, civilDate } from '../../core/civil-date.ts';
import {
  addWorkingDays,
  DAY_REASONS,
  dayOf,
  deadlineOf,
  PAUSE_REASONS,
  TIME_UNITS,
  traceDays,
  type Pause,
  type TimeSpan,
} from '../../core/working-calendar.ts';
import { publishedYears } from '../../subgraphs/catalogue/store/published-years.ts';
import { VECTORS } from './deadline-vectors.ts';
import { differences } from './random-cases.ts';

const calendar = workingCalendarOf(publishedYears());

describe('a deadline', () => {
  it.each(VECTORS.map((vector) => [vector[0], vector] as const))(
    '%s',
    (_what, [, from, days, end, unit = 'WORKING_DAY']) => {
      const { on, provisional } = deadlineOf({ from: civilDate(from), days, unit }, calendar);
      expect(provisional ? `~${on}` : on).toBe(end);
    },
  );

  it.each([
    ['America/New_York', 300],
    ['Asia/Shanghai', -480],
    ['Pacific/Apia', -780],
    ['UTC', 0],
  ])('is the same in a process whose time zone is %s', async (TZ, offset) => {
    const script = join(import.meta.dirname, 'count-deadlines.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ },
    });
    expect(JSON.parse(stdout)).toEqual({ offset, ends: VECTORS.map(([what, , , end]) => [what, end]) });
  });

  it('agrees with a second, independent working calendar on 10,000 random time limits', () => {
    expect(differences(10_000, 1)).toEqual([]);
  });
});

const spans: fc.Arbitrary<TimeSpan> = fc.record({
  from: fc.integer({ min: 0, max: 14_000 }).map((days) => addDays(civilDate('1998-01-01'), days)),
  days: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom(...TIME_UNITS),
});

describe('the trace of a deadline', () => {
  it('shows each day, counted or not, and why', () => {
    const span = { from: civilDate('2026-09-29'), days: 3, unit: 'WORKING_DAY' } as const;
    const rest = Array.from({ length: 7 }, (_none, index) => [
      `2026-10-0${String(index + 1)}`,
      false,
      'HOLIDAY',
      '国庆节',
    ]);
    expect(traceDays(span, calendar).map(({ on, counted, why, note }) => [on, counted, why, note])).toEqual([
      ['2026-09-30', true, 'WORKING_DAY', null],
      ...rest,
      ['2026-10-08', true, 'WORKING_DAY', null],
      ['2026-10-09', true, 'WORKING_DAY', null],
    ]);
  });

  it('names the weekends, and the holiday that a make-up day makes up for', () => {
    const trace = traceDays({ from: civilDate('2026-09-18'), days: 2, unit: 'WORKING_DAY' }, calendar);
    expect(trace.map(({ on, counted, why, note }) => [on, counted, why, note])).toEqual([
      ['2026-09-19', false, 'WEEKEND', null],
      ['2026-09-20', true, 'MAKE_UP_DAY', '国庆节'],
      ['2026-09-21', true, 'WORKING_DAY', null],
    ]);
  });

  it('says of each day of a year that is not published that it is provisional', () => {
    const trace = traceDays({ from: civilDate('2026-12-30'), days: 3, unit: 'WORKING_DAY' }, calendar);
    expect(trace.map(({ on, provisional }) => [on, provisional])).toEqual([
      ['2026-12-31', false],
      ['2027-01-01', true],
      ['2027-01-02', true],
      ['2027-01-03', true],
      ['2027-01-04', true],
    ]);
  });

  it('counts every day of a time limit in calendar days, whatever it is', () => {
    const trace = traceDays({ from: civilDate('2026-10-01'), days: 9, unit: 'CALENDAR_DAY' }, calendar);
    expect(trace.every(({ counted, provisional }) => counted && !provisional)).toBe(true);
    expect(trace.at(-1)).toMatchObject({ on: '2026-10-10', why: 'MAKE_UP_DAY' });
  });

  it('stands still from the first to the last day of a pause, and tells the first one given of two', () => {
    const pause = (why: Pause['why'], from: string, until: string): Pause => ({
      ...{ why, from: civilDate(from), until: civilDate(until), note: why.toLowerCase() },
    });
    const pauses = [
      pause('FEE', '2026-09-17', '2026-09-20'),
      pause('CONSULTATION', '2026-09-20', '2026-09-21'),
      pause('CORRECTION', '2026-09-23', '2026-09-22'),
    ];
    const shown = (unit: TimeSpan['unit']) =>
      traceDays({ from: civilDate('2026-09-15'), days: 3, unit }, calendar, pauses).map(
        ({ on, counted, why, note, provisional }) => [on.slice(5), counted, why, note, provisional],
      );
    const before = [
      ['09-16', true, 'WORKING_DAY', null, false],
      ['09-17', false, 'FEE', 'fee', false],
      ['09-18', false, 'FEE', 'fee', false],
    ];
    const after = [
      ['09-20', false, 'FEE', 'fee', false],
      ['09-21', false, 'CONSULTATION', 'consultation', false],
      ['09-22', true, 'WORKING_DAY', null, false],
      ['09-23', true, 'WORKING_DAY', null, false],
    ];
    expect(shown('WORKING_DAY')).toEqual([...before, ['09-19', false, 'WEEKEND', null, false], ...after]);
    expect(shown('CALENDAR_DAY')).toEqual([...before, ['09-19', false, 'FEE', 'fee', false], ...after]);
  });

  it('is made of days that each say the same alone', () => {
    const holiday = { on: '2026-10-01', counted: false, why: 'HOLIDAY', note: '国庆节', provisional: false };
    expect(dayOf(civilDate('2026-10-01'), calendar)).toEqual(holiday);
    expect(traceDays({ from: civilDate('2026-09-30'), days: 1, unit: 'CALENDAR_DAY' }, calendar)).toEqual([
      { ...holiday, counted: true },
    ]);
    expect(traceDays({ from: civilDate('2026-09-30'), days: 0, unit: 'WORKING_DAY' }, calendar)).toEqual([]);
    expect(['2027-01-02', '2027-01-03', '2027-01-04'].map((on) => dayOf(civilDate(on), calendar))).toEqual([
      { on: '2027-01-02', counted: false, why: 'WEEKEND', note: null, provisional: true },
      { on: '2027-01-03', counted: false, why: 'WEEKEND', note: null, provisional: true },
      { on: '2027-01-04', counted: true, why: 'WORKING_DAY', note: null, provisional: true },
    ]);
  });

  it('has words for its reasons', () => {
    expect(TIME_UNITS).toEqual(['WORKING_DAY', 'CALENDAR_DAY']);
    expect(PAUSE_REASONS).toEqual(['CORRECTION', 'CONSULTATION', 'FEE', 'DELAY']);
    expect(DAY_REASONS).toEqual(['WORKING_DAY', 'MAKE_UP_DAY', 'HOLIDAY', 'WEEKEND', ...PAUSE_REASONS]);
  });

  it('leaves out no day, counts as many as the time limit has, and ends with one that counts', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const trace = traceDays(span, calendar);
        expect(trace.map(({ on }) => on)).toEqual(trace.map((_day, index) => addDays(span.from, index + 1)));
        expect(trace.filter(({ counted }) => counted)).toHaveLength(span.days);
        expect(trace.at(-1)?.counted ?? true).toBe(true);
        expect(deadlineOf(span, calendar)).toEqual({
          on: trace.at(-1)?.on ?? span.from,
          provisional: trace.some(({ provisional }) => provisional),
        });
      }),
    );
  });

  it('goes on where a shorter time limit ended', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 40 }), ({ from, days }, more) => {
        const first = addWorkingDays(from, days, calendar);
        expect(addWorkingDays(first.on, more, calendar).on).toBe(addWorkingDays(from, days + more, calendar).on);
      }),
    );
  });

  it('never ends earlier for one that starts later or has more days', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 20 }), ({ from, days }, more) => {
        const { on } = addWorkingDays(from, days, calendar);
        expect(addWorkingDays(addDays(from, more), days, calendar).on >= on).toBe(true);
        expect(addWorkingDays(from, days + more, calendar).on >= on).toBe(true);
      }),
    );
  });
});
