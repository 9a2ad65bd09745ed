import { describe, expect, it } from 'vitest';
import {
  applicationClock,
  daysLeftOn,
  isOverdueOn,
  isPausedOn,
  leansOnConsultation,
  summaryOf,
} from '../../../../subgraphs/documents/rules/application/clock.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { standingOf } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { CALENDAR, day } from './calendar.ts';

const clockOf = (receivedOn: string, facts: readonly ApplicationFact[] = []) =>
  applicationClock(day(receivedOn), standingOf(facts), CALENDAR);
const asked = (on: string, correctBy: string): ApplicationFact => ({
  kind: 'CORRECTION_ASKED',
  on: day(on),
  correctBy: day(correctBy),
});
const sent = (on: string, party: 'THIRD_PARTY' | 'CO_MAKER' = 'THIRD_PARTY', consultation = 'a'): ApplicationFact => ({
  ...{ kind: 'CONSULTED', on: day(on), consultation, party },
});
const delivered = (on: string, consultation = 'a'): ApplicationFact => ({
  ...{ kind: 'CONSULTATION_DELIVERED', on: day(on), consultation },
});
const replied = (on: string, consultation = 'a'): ApplicationFact => ({
  ...{ kind: 'CONSULTATION_REPLIED', on: day(on), consultation, reply: 'CONSENTED', isReasonable: false },
});
const extended = (on: string, days: number): ApplicationFact => ({
  ...{ kind: 'EXTENDED', on: day(on), days, approvedBy: 'head-1' },
});
const answered = (on: string): ApplicationFact => ({ kind: 'ANSWERED', on: day(on), result: 'GRANTED' });

describe('the time limit of an answer', () => {
  it.each<[string, string, readonly ApplicationFact[], string | null, boolean?]>([
    ['is 20 working days after receipt, over Spring Festival', '2026-01-20', [], '2026-02-24'],
    ['over Mid-autumn and National Day', '2026-09-18', [], '2026-10-22'],
    ['received on a Saturday as on the Friday before', '2026-11-21', [], '2026-12-18'],
    ['leans on a year that is not published', '2026-12-04', [], '2027-01-01', true],
    ['does not while it ends on its eve', '2026-12-03', [], '2026-12-31'],
    ['is none while a correction is awaited', '2026-09-01', [asked('2026-09-04', '2026-09-20')], null],
    [
      'counts anew from the day after the correction',
      '2026-09-01',
      [asked('2026-09-04', '2026-09-20'), { kind: 'CORRECTED', on: day('2026-09-18') }],
      '2026-10-22',
    ],
    ['is put off by the days of an extension', '2026-01-20', [extended('2026-02-24', 1)], '2026-02-25'],
    ['by twenty of them', '2026-09-18', [extended('2026-10-22', 20)], '2026-11-19'],
    [
      'stands still until a third party answered',
      '2026-11-02',
      [sent('2026-11-05'), replied('2026-11-10')],
      '2026-12-03',
    ],
    ['not on the day of the question', '2026-11-02', [sent('2026-11-05'), replied('2026-11-05')], '2026-11-30'],
    ['one day for an answer of the day after', '2026-11-02', [sent('2026-11-05'), replied('2026-11-06')], '2026-12-01'],
    ['for 15 working days without an answer', '2026-11-02', [sent('2026-11-05')], '2026-12-21'],
    ['from when the question arrived', '2026-11-02', [sent('2026-11-05'), delivered('2026-11-09')], '2026-12-23'],
    [
      'no longer for an answer after the limit',
      '2026-09-01',
      [sent('2026-09-01'), delivered('2026-09-01'), replied('2026-10-15')],
      '2026-10-26',
    ],
    [
      'once for two that overlap',
      '2026-11-02',
      [sent('2026-11-05'), sent('2026-11-06', 'CO_MAKER', 'b'), replied('2026-11-10'), replied('2026-11-12', 'b')],
      '2026-12-07',
    ],
    [
      'while a payment is awaited',
      '2026-11-02',
      [
        { kind: 'FEE_NOTIFIED', on: day('2026-11-05'), payBy: day('2026-12-05') },
        { kind: 'FEE_PAID', on: day('2026-11-10') },
      ],
      '2026-12-03',
    ],
    [
      'to the last day for it at most',
      '2026-09-01',
      [
        { kind: 'FEE_NOTIFIED', on: day('2026-09-01'), payBy: day('2026-10-01') },
        { kind: 'FEE_PAID', on: day('2026-10-12') },
      ],
      '2026-11-03',
    ],
    [
      'while it is not paid, to that day',
      '2026-09-01',
      [{ kind: 'FEE_NOTIFIED', on: day('2026-09-01'), payBy: day('2026-10-01') }],
      '2026-11-03',
    ],
    [
      'is put off to a day by good reasons',
      '2026-09-18',
      [
        { kind: 'REASONS_ASKED', on: day('2026-09-20') },
        { kind: 'REASONS_GIVEN', on: day('2026-09-22'), isReasonable: true, delayedUntil: day('2026-11-01') },
      ],
      '2026-11-01',
    ],
    [
      'never to one before its own',
      '2026-09-18',
      [
        { kind: 'REASONS_ASKED', on: day('2026-09-20') },
        { kind: 'REASONS_GIVEN', on: day('2026-09-22'), isReasonable: true, delayedUntil: day('2026-10-01') },
      ],
      '2026-10-22',
    ],
  ])('%s', (...[, receivedOn, facts, due, provisional = false]) => {
    const clock = clockOf(receivedOn, facts);
    expect(clock.answerDueOn).toBe(due);
    expect(clock.provisional).toBe(provisional);
    expect(clock.trace.at(-1)?.on ?? null).toBe(due);
  });

  it('shows every day, why it counts or not, and for what it waits', () => {
    const { trace } = clockOf('2026-09-24', [
      sent('2026-09-28'),
      delivered('2026-09-28'),
      replied('2026-10-09'),
      { kind: 'FEE_NOTIFIED', on: day('2026-10-12'), payBy: day('2026-11-11') },
      { kind: 'FEE_PAID', on: day('2026-10-13') },
    ]);
    expect(trace.slice(0, 20).map(({ on, counted, why, note }) => [on.slice(5), counted, why, note])).toEqual([
      ['09-25', false, 'HOLIDAY', '中秋'],
      ['09-26', false, 'HOLIDAY', '中秋'],
      ['09-27', false, 'HOLIDAY', '中秋'],
      ['09-28', true, 'WORKING_DAY', null],
      ['09-29', false, 'CONSULTATION', '征求第三方意见'],
      ['09-30', false, 'CONSULTATION', '征求第三方意见'],
      ['10-01', false, 'HOLIDAY', '国庆节'],
      ['10-02', false, 'HOLIDAY', '国庆节'],
      ['10-03', false, 'HOLIDAY', '国庆节'],
      ['10-04', false, 'HOLIDAY', '国庆节'],
      ['10-05', false, 'HOLIDAY', '国庆节'],
      ['10-06', false, 'HOLIDAY', '国庆节'],
      ['10-07', false, 'HOLIDAY', '国庆节'],
      ['10-08', false, 'CONSULTATION', '征求第三方意见'],
      ['10-09', false, 'CONSULTATION', '征求第三方意见'],
      ['10-10', true, 'MAKE_UP_DAY', '国庆节'],
      ['10-11', false, 'WEEKEND', null],
      ['10-12', true, 'WORKING_DAY', null],
      ['10-13', false, 'FEE', '等待缴纳信息处理费'],
      ['10-14', true, 'WORKING_DAY', null],
    ]);
    expect(trace.filter(({ counted }) => counted)).toHaveLength(20);
  });

  it('shows the days before a correction, of an agency that is asked, and by which good reasons put it off', () => {
    const { trace } = clockOf('2026-11-02', [
      asked('2026-11-03', '2026-11-20'),
      { kind: 'CORRECTED', on: day('2026-11-04') },
      sent('2026-11-05', 'CO_MAKER'),
      replied('2026-11-06'),
      { kind: 'REASONS_ASKED', on: day('2026-11-09') },
      { kind: 'REASONS_GIVEN', on: day('2026-11-09'), isReasonable: true, delayedUntil: day('2026-12-08') },
    ]);
    const shown = trace.map(({ on, counted, why, note }) => [on.slice(5), counted, why, note]);
    expect(shown.slice(0, 5)).toEqual([
      ['11-03', false, 'CORRECTION', '等待申请人补正'],
      ['11-04', false, 'CORRECTION', '等待申请人补正'],
      ['11-05', true, 'WORKING_DAY', null],
      ['11-06', false, 'CONSULTATION', '征求共同制作机关意见'],
      ['11-07', false, 'WEEKEND', null],
    ]);
    expect(shown.slice(-5)).toEqual([
      ['12-04', false, 'DELAY', '合理延迟答复'],
      ['12-05', false, 'WEEKEND', null],
      ['12-06', false, 'WEEKEND', null],
      ['12-07', false, 'DELAY', '合理延迟答复'],
      ['12-08', false, 'DELAY', '合理延迟答复'],
    ]);
  });

  it('stands still, has days left and is past, as a day has it', () => {
    const facts = [sent('2026-11-05'), delivered('2026-11-05'), replied('2026-11-10')];
    const clock = clockOf('2026-11-02', facts);
    const standing = standingOf(facts);
    expect(['2026-11-05', '2026-11-06', '2026-11-10', '2026-11-11'].map((on) => isPausedOn(clock, day(on)))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(
      ['2026-11-02', '2026-11-03', '2026-12-02', '2026-12-03', '2026-12-04'].map((on) => daysLeftOn(clock, day(on))),
    ).toEqual([20, 19, 1, 0, 0]);
    expect(['2026-12-03', '2026-12-04'].map((on) => isOverdueOn(clock, standing, day(on)))).toEqual([false, true]);
    expect(isOverdueOn(clock, standingOf([...facts, answered('2026-12-10')]), day('2026-12-20'))).toBe(false);
    const awaiting = [asked('2026-09-04', '2026-09-20')];
    const none = clockOf('2026-09-01', awaiting);
    expect(none.trace).toEqual([]);
    expect(isPausedOn(none, day('2026-09-05'))).toBe(true);
    expect(daysLeftOn(none, day('2026-09-05'))).toBeNull();
    expect(isOverdueOn(none, standingOf(awaiting), day('2027-09-05'))).toBe(false);
  });

  it('says while it takes an open consultation for granted', () => {
    const open = standingOf([sent('2026-11-05'), delivered('2026-11-05')]);
    expect(['2026-11-26', '2026-11-27'].map((on) => leansOnConsultation(open, CALENDAR, day(on)))).toEqual([
      true,
      false,
    ]);
    const closed = standingOf([sent('2026-11-05'), replied('2026-11-06')]);
    expect(leansOnConsultation(closed, CALENDAR, day('2026-11-06'))).toBe(false);
    expect(leansOnConsultation(standingOf([]), CALENDAR, day('2026-11-06'))).toBe(false);
  });

  it.each<[string, readonly ApplicationFact[], object]>([
    [
      'registered',
      [],
      {
        ...{ stage: 'HANDLING', answerDueOn: '2026-11-30', isProvisional: false, answeredOn: null },
        ...{ result: null, isLate: false, archivedOn: null },
      },
    ],
    ['awaiting a correction', [asked('2026-11-04', '2026-11-20')], { stage: 'AWAITING_CORRECTION', answerDueOn: null }],
    [
      'answered on the last day',
      [answered('2026-11-30')],
      { stage: 'ANSWERED', answeredOn: '2026-11-30', result: 'GRANTED', isLate: false },
    ],
    ['answered the day after', [answered('2026-12-01')], { stage: 'ANSWERED', isLate: true }],
    [
      'answered without a last day',
      [asked('2026-11-04', '2026-11-20'), { kind: 'ANSWERED', on: day('2026-12-21'), result: 'OTHER_NOT_CORRECTED' }],
      { stage: 'ANSWERED', answerDueOn: null, isLate: false, result: 'OTHER_NOT_CORRECTED' },
    ],
    [
      'archived',
      [answered('2026-11-30'), { kind: 'ARCHIVED', on: day('2026-12-01') }],
      { stage: 'ARCHIVED', archivedOn: '2026-12-01', answeredOn: '2026-11-30' },
    ],
  ])('is summed up of one %s', (_what, facts, expected) => {
    expect(summaryOf(day('2026-11-02'), standingOf(facts), CALENDAR)).toMatchObject(expected);
  });
});
