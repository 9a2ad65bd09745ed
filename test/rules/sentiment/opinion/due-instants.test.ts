import { describe, expect, it } from 'vitest';
import { clockStanding } from '../../../../subgraphs/sentiment/rules/opinion/clock-state.ts';
import {
  answerDueAt,
  dueInstants,
  isOverdue,
  type ClockState,
} from '../../../../subgraphs/sentiment/rules/opinion/due-instants.ts';

const later = (hours: number) => new Date(Date.parse('2026-11-23T01:30:00.000Z') + hours * 3_600_000);
const clock = (kind: string, dueHours: number, state: Partial<ClockState> = {}): ClockState => ({
  ...{ kind, round: 1, dueAt: later(dueHours), metAt: null, droppedAt: null },
  ...state,
});
const MET = { metAt: later(1) };

describe('what an event says of its clocks', () => {
  it('is the strictest that still runs towards an answer', () => {
    const all = [clock('FIRST_WORD', 5), clock('BRIEFING', 24), clock('RESPONSE', 24), clock('VERIFICATION', 2)];
    expect(dueInstants(all, true)).toEqual({ responseDueAt: later(5), verificationDueAt: later(2) });
    const spoken = [clock('FIRST_WORD', 5, MET), ...all.slice(1)];
    expect(dueInstants(spoken, true)).toEqual({ responseDueAt: later(24), verificationDueAt: later(2) });
  });

  it('stays as it stood once it was answered', () => {
    expect(dueInstants([clock('RESPONSE', 24, MET), clock('BRIEFING', 24)], false)).toEqual({
      verificationDueAt: null,
    });
  });

  it('keeps the answer that is given anew apart from the first one', () => {
    const clocks = [clock('RESPONSE', 24, MET), clock('RESPONSE', 70, { round: 2 })];
    expect(dueInstants(clocks, false)).toEqual({ reworkDueAt: later(70), verificationDueAt: null });
  });

  it('says nothing of a verification that is asked for no longer', () => {
    const clocks = [clock('RESPONSE', 24), clock('VERIFICATION', 24, MET)];
    expect(dueInstants(clocks, false).verificationDueAt).toBeNull();
    expect(dueInstants(clocks, true).verificationDueAt).toEqual(later(24));
    expect(dueInstants([clock('VERIFICATION', 9, { droppedAt: later(1) })], true).verificationDueAt).toBeNull();
  });
});

describe('an opinion event is overdue', () => {
  const responseDueAt = later(24);
  const event = { status: 'OPEN', responseDueAt, reworkDueAt: null };
  const after = new Date(responseDueAt.getTime() + 1);

  it('a millisecond after its due instant, and not at it', () => {
    expect(isOverdue(event, responseDueAt)).toBe(false);
    expect(isOverdue(event, after)).toBe(true);
  });

  it('no longer once it was answered, however late', () => {
    expect(isOverdue({ ...event, status: 'RESPONDED' }, later(40))).toBe(false);
  });

  it('by the new round when it is answered anew', () => {
    const anew = { ...event, reworkDueAt: later(50) };
    expect(answerDueAt(anew)).toEqual(later(50));
    expect(isOverdue(anew, after)).toBe(false);
    expect(isOverdue(anew, later(51))).toBe(true);
  });

  it('never before it is judged', () => {
    expect(isOverdue({ ...event, responseDueAt: null }, later(999))).toBe(false);
  });
});

describe('a clock', () => {
  const dueAt = later(5);
  const over = new Date(dueAt.getTime() + 1);
  it.each([
    ['RUNNING', { dueAt, metAt: null, droppedAt: null }, dueAt],
    ['BREACHED', { dueAt, metAt: null, droppedAt: null }, over],
    ['MET', { dueAt, metAt: dueAt, droppedAt: null }, over],
    ['MET_LATE', { dueAt, metAt: over, droppedAt: null }, over],
    ['DROPPED', { dueAt, metAt: null, droppedAt: over }, over],
  ] as const)('is %s', (state, ended, now) => {
    expect(clockStanding(ended, now)).toBe(state);
  });
});
