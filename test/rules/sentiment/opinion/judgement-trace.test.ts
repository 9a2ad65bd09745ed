import { describe, expect, it } from 'vitest';
import { tracedDeadlines } from '../../../../subgraphs/sentiment/rules/opinion/judgement-trace.ts';

const DETECTED = new Date('2026-11-23T01:30:00.000Z');
const later = (hours: number) => new Date(DETECTED.getTime() + hours * 3_600_000);
const judged = (hours: number, verificationAsked: boolean) =>
  ({ severity: 'ORDINARY', verificationAsked, judgedAt: later(hours) }) as const;
const verifications = (...judgements: readonly ReturnType<typeof judged>[]) =>
  tracedDeadlines(DETECTED, judgements).map(
    (deadlines) => deadlines.find(({ kind }) => kind === 'VERIFICATION')?.dueAt ?? null,
  );

describe('the deadlines that judgements set', () => {
  it('count the answer from the detection, however late the judgement', () => {
    expect(tracedDeadlines(DETECTED, [judged(40, false)])).toMatchObject([[{ kind: 'RESPONSE', dueAt: later(48) }]]);
  });

  it('count a verification from the detection when it was asked for at first', () => {
    expect(verifications(judged(1, true), judged(5, true))).toEqual([later(24), later(24)]);
  });

  it('count one that is asked for later from then on, and anew when it was not asked for in between', () => {
    expect(verifications(judged(1, false), judged(30, true), judged(31, true))).toEqual([null, later(54), later(54)]);
    expect(verifications(judged(1, true), judged(2, false), judged(9, true))).toEqual([later(24), null, later(33)]);
  });

  it('are none without a judgement', () => {
    expect(tracedDeadlines(DETECTED, [])).toEqual([]);
  });
});
