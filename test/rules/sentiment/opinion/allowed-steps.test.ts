import { describe, expect, it } from 'vitest';
import { stepRefusals } from '../../../../subgraphs/sentiment/rules/opinion/allowed-steps.ts';
import { closingRefusals } from '../../../../subgraphs/sentiment/rules/opinion/closing.ts';
import { assignmentKind, forwardingRefusals } from '../../../../subgraphs/sentiment/rules/opinion/forwarding.ts';
import { refutationRefusals } from '../../../../subgraphs/sentiment/rules/opinion/refutation.ts';
import { doneBy } from '../../../../subgraphs/sentiment/rules/opinion/statement.ts';

const judged = (status: 'OPEN' | 'RESPONDED' | 'CLOSED') => ({ status, severity: 'MAJOR' });

describe('the steps of an opinion event', () => {
  it.each([
    ['respond', 'OPEN'],
    ['respond', 'RESPONDED'],
    ['say a first word', 'OPEN'],
    ['close', 'RESPONDED'],
    ['find satisfactory', 'RESPONDED'],
    ['find unsatisfactory', 'CLOSED'],
    ['evaluate', 'CLOSED'],
    ['judge', 'RESPONDED'],
    ['assign', 'RESPONDED'],
  ] as const)('let staff %s when it is %s', (step, status) => {
    expect(stepRefusals(step, judged(status), ['id'])).toEqual([]);
  });

  it.each([
    ['respond', 'CLOSED', 'OPEN | RESPONDED'],
    ['say a first word', 'RESPONDED', 'OPEN'],
    ['close', 'OPEN', 'RESPONDED'],
    ['close', 'CLOSED', 'RESPONDED'],
    ['find satisfactory', 'CLOSED', 'RESPONDED'],
    ['find unsatisfactory', 'OPEN', 'RESPONDED | CLOSED'],
    ['evaluate', 'OPEN', 'RESPONDED | CLOSED'],
    ['judge', 'CLOSED', 'OPEN | RESPONDED'],
  ] as const)('do not let staff %s when it is %s', (step, status, expected) => {
    const refusal = { code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: status, rules: ['P5', 'P7'] };
    expect(stepRefusals(step, judged(status), ['id'])).toEqual([refusal]);
  });

  it('are open before the first judgement only when they need none', () => {
    const unjudged = { status: 'OPEN', severity: null } as const;
    expect(stepRefusals('judge', unjudged, ['id'])).toEqual([]);
    expect(stepRefusals('record a rumour', unjudged, ['event'])).toEqual([]);
    for (const step of ['assign', 'supervise', 'respond', 'report findings', 'close', 'evaluate'] as const) {
      expect(stepRefusals(step, unjudged, ['id'])).toMatchObject([{ expected: 'JUDGED', got: 'DETECTED' }]);
    }
  });
});

describe('closing', () => {
  it('is refused for every reason at once: no check, and each clock that runs', () => {
    const running = [
      { kind: 'BRIEFING', rules: ['P2', 'P3'] },
      { kind: 'VERIFICATION', rules: ['P1'] },
    ];
    expect(closingRefusals('ANSWERED', running)).toEqual([
      { code: 'OUTCOME_NOT_VERIFIED', path: ['id'], expected: 'VERIFIED', got: 'ANSWERED', rules: ['P7'] },
      { code: 'CLOCK_STILL_RUNNING', path: ['id'], got: 'BRIEFING, VERIFICATION', rules: ['P1', 'P2', 'P3'] },
    ]);
    expect(closingRefusals('VERIFIED', [])).toEqual([]);
  });
});

describe('giving a matter to an office', () => {
  it('assigns it first and forwards it then', () => {
    expect(assignmentKind(['DETECTED', 'JUDGED'])).toBe('ASSIGNED');
    expect(assignmentKind(['DETECTED', 'JUDGED', 'ASSIGNED', 'REWORK'])).toBe('FORWARDED');
  });

  it('is refused to the office that has it, and beyond so many times', () => {
    const steps = ['ASSIGNED', 'FORWARDED', 'FORWARDED'];
    expect(forwardingRefusals({ responsibleId: 'a', steps }, 'b', 3)).toEqual([]);
    expect(forwardingRefusals({ responsibleId: 'a', steps }, 'a', 2).map(({ code }) => code)).toEqual([
      'OFFICE_UNCHANGED',
      'FORWARDED_TOO_OFTEN',
    ]);
    expect(forwardingRefusals({ responsibleId: null, steps: [] }, 'a', 0)).toEqual([]);
  });
});

describe('a statement', () => {
  it.each([
    ['FIRST_WORD', ['NEW_MEDIA'], ['FIRST_WORD']],
    ['FIRST_WORD', ['PRESS_CONFERENCE_OR_HEARING'], ['FIRST_WORD', 'BRIEFING']],
    ['RESPONSE', ['NEW_MEDIA'], ['FIRST_WORD', 'RESPONSE']],
    ['FINDINGS', ['NEW_MEDIA', 'PRESS_CONFERENCE_OR_HEARING'], ['FIRST_WORD', 'BRIEFING', 'RESPONSE']],
  ] as const)('of kind %s on %j does %j', (kind, channels, done) => {
    expect(doneBy({ kind, channels })).toEqual(done);
  });

  it('refutes rumours of the event that were not refuted yet, and no others', () => {
    const rumours = [
      { id: 'one', refutedById: null },
      { id: 'two', refutedById: 'answer' },
    ];
    expect(refutationRefusals(['one'], rumours)).toEqual([]);
    expect(refutationRefusals(['other', 'two'], rumours)).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'refutes', '0'], expected: 'Rumour', got: 'other' },
      { code: 'RUMOUR_ALREADY_REFUTED', path: ['input', 'refutes', '1'], got: 'two' },
    ]);
    expect(refutationRefusals(Array<string>(51).fill('one'), rumours)).toMatchObject([{ code: 'TOO_MANY_VALUES' }]);
  });
});
