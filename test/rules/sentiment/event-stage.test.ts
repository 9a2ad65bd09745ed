import { describe, expect, it } from 'vitest';
import { stageRefusals } from '../../../subgraphs/sentiment/rules/event-stage.ts';

describe('the stages of an opinion event', () => {
  it.each([
    ['respond', 'OPEN'],
    ['respond', 'RESPONDED'],
    ['close', 'RESPONDED'],
  ] as const)('let staff %s when it is %s', (step, status) => {
    expect(stageRefusals(step, status)).toEqual([]);
  });

  it.each([
    ['respond', 'CLOSED', 'OPEN | RESPONDED'],
    ['close', 'OPEN', 'RESPONDED'],
    ['close', 'CLOSED', 'RESPONDED'],
  ] as const)('do not let staff %s when it is %s', (step, status, expected) => {
    const refusal = { code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: status, rules: ['P5', 'P7'] };
    expect(stageRefusals(step, status)).toEqual([refusal]);
  });

  it('say nothing of an event that is not there', () => {
    expect(stageRefusals('close', null)).toEqual([]);
  });
});
