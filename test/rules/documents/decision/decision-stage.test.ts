import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  countRefusals,
  happenedRefusals,
  orderRefusals,
} from '../../../../subgraphs/documents/rules/decision/stage.ts';

const UNPUBLISHED = { code: 'CATALOGUE_NOT_PUBLISHED', path: ['id'], rules: ['M1'] };

describe('the order of the stages', () => {
  it.each([
    ['at its stage', true, 'LISTED', []],
    ['at one of its stages', true, 'CONSULTATION', []],
    [
      'at another stage',
      true,
      'DECIDED',
      [
        {
          code: 'STATUS_NOT_FITTING',
          path: ['id'],
          expected: 'LISTED | CONSULTATION',
          got: 'DECIDED',
          rules: ['M1'],
        },
      ],
    ],
    ['before the catalogue is published', false, 'LISTED', [UNPUBLISHED]],
    [
      'before the catalogue is published and at another stage',
      false,
      'FEEDBACK',
      [UNPUBLISHED, expect.objectContaining({ code: 'STATUS_NOT_FITTING' })],
    ],
  ] as const)('a step %s', (_case, isPublic, stage, refusals) => {
    expect(orderRefusals({ stage, isPublic }, ['LISTED', 'CONSULTATION'])).toEqual(refusals);
  });
});

describe('the day on which something happened', () => {
  const today = civilDate('2026-03-10');
  const notBefore = civilDate('2026-03-05');
  const path = ['input', 'on'];
  it.each([
    ['2026-03-10', []],
    ['2026-03-11', [{ code: 'VALUE_IN_FUTURE', path, expected: '2026-03-10', got: '2026-03-11' }]],
    ['2026-03-05', []],
    ['2026-03-04', [{ code: 'DAY_TOO_EARLY', path, expected: '2026-03-05', got: '2026-03-04' }]],
  ])('%s', (on, refusals) => {
    expect(happenedRefusals(path, civilDate(on), { today, notBefore })).toEqual(refusals);
  });

  it('may lie however far back when nothing came before', () => {
    expect(happenedRefusals(path, civilDate('2000-01-01'), { today })).toEqual([]);
    expect(happenedRefusals(path, civilDate('2000-01-01'), { today, notBefore: null })).toEqual([]);
  });
});

describe('a number', () => {
  it.each([
    [-1, 3, [{ code: 'NUMBER_OUT_OF_RANGE', path: ['n'], expected: '0–3', got: '-1' }]],
    [0, 3, []],
    [3, 3, []],
    [4, 3, [{ code: 'NUMBER_OUT_OF_RANGE', path: ['n'], expected: '0–3', got: '4' }]],
    [10_000_000, undefined, []],
    [10_000_001, undefined, [{ code: 'NUMBER_OUT_OF_RANGE', path: ['n'], expected: '0–10000000', got: '10000001' }]],
  ])('%s of at most %s', (count, maximum, refusals) => {
    expect(countRefusals(['n'], count, maximum)).toEqual(refusals);
  });
});
