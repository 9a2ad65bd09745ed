import { describe, expect, it } from 'vitest';
import { applicationClock, isOverdueOn, isPausedOn } from '../../../../subgraphs/documents/rules/application/clock.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { standingOf } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { CALENDAR, day } from './calendar.ts';

const clockOf = (receivedOn: string, facts: readonly ApplicationFact[] = []) =>
  applicationClock(day(receivedOn), standingOf(facts), CALENDAR);
const WAITS: readonly ApplicationFact[] = [
  { kind: 'CORRECTION_ASKED', on: day('2026-11-03'), correctBy: day('2026-11-20') },
  { kind: 'CORRECTED', on: day('2026-11-04') },
  { kind: 'CONSULTED', on: day('2026-11-05'), consultation: 'a', party: 'CO_MAKER' },
  { kind: 'CONSULTATION_DELIVERED', on: day('2026-11-06'), consultation: 'a' },
  {
    ...{ kind: 'CONSULTATION_REPLIED', on: day('2026-11-09'), consultation: 'a' },
    ...{ reply: 'CONSENTED', isReasonable: false },
  },
  { kind: 'FEE_NOTIFIED', on: day('2026-11-11'), payBy: day('2026-12-11') },
];

describe('the time limit of an answer', () => {
  it('stands still for each thing that is waited for, and for nothing else', () => {
    const clock = clockOf('2026-11-02', WAITS);
    expect(clock.pauses).toEqual([
      { why: 'CORRECTION', from: '2026-11-03', until: '2026-11-04', note: '等待申请人补正' },
      { why: 'CONSULTATION', from: '2026-11-06', until: '2026-11-09', note: '征求共同制作机关意见' },
      { why: 'FEE', from: '2026-11-12', until: '2026-12-11', note: '等待缴纳信息处理费' },
    ]);
    const days = ['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-09', '2026-11-11', '2026-12-11', '2026-12-12'];
    expect(days.map((on) => isPausedOn(clock, day(on)))).toEqual([false, true, false, true, false, true, false]);
    const plain = clockOf('2026-11-02');
    expect(plain.pauses).toEqual([]);
    expect(isPausedOn(plain, day('2026-11-03'))).toBe(false);
    expect(clockOf('2026-11-02', WAITS.slice(0, 1))).toEqual({
      ...{ answerDueOn: null, provisional: false, trace: [], pauses: [] },
    });
  });

  it('that has run out does not stand still, though a payment is awaited since its last day', () => {
    const late: ApplicationFact = { kind: 'FEE_NOTIFIED', on: day('2026-11-30'), payBy: day('2026-12-30') };
    const clock = clockOf('2026-11-02', [late]);
    expect(clock.answerDueOn).toBe('2026-11-30');
    expect(isPausedOn(clock, day('2026-12-01'))).toBe(false);
    expect(isOverdueOn(clock, standingOf([late]), day('2026-12-01'))).toBe(true);
    const intime = clockOf('2026-11-02', [{ ...late, on: day('2026-11-27'), payBy: day('2026-11-28') }]);
    expect(intime.answerDueOn).toBe('2026-11-30');
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((on) => isPausedOn(intime, day(on)))).toEqual([
      ...[true, false, false],
    ]);
    const toTheEnd = clockOf('2026-11-02', [
      { kind: 'REASONS_ASKED', on: day('2026-11-03') },
      { kind: 'REASONS_GIVEN', on: day('2026-11-04'), isReasonable: true, delayedUntil: day('2026-12-10') },
      late,
    ]);
    expect(['2026-12-10', '2026-12-11'].map((on) => isPausedOn(toTheEnd, day(on)))).toEqual([true, false]);
  });
});
