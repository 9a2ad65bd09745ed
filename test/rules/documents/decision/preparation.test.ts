import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  ASSESSMENT_KINDS,
  assessmentRefusals,
  HEARING_NOTICE_DAYS,
  hearingRefusals,
} from '../../../../subgraphs/documents/rules/decision/preparation.ts';

const OPEN = { stage: 'CONSULTATION', isPublic: true } as const;
const TODAY = civilDate('2026-05-10');
const OUT_OF_ORDER = {
  code: 'STATUS_NOT_FITTING',
  path: ['id'],
  expected: 'CONSULTATION',
  got: 'LISTED',
  rules: ['M1'],
};
const ONE_OF = {
  code: 'ONE_OF_NEEDED',
  path: ['input'],
  expected: 'conclusion | notNeededBecause',
  rules: ['M4'],
};

describe('an assessment of a draft', () => {
  const refused = (input: object, on = '2026-05-10') =>
    assessmentRefusals(OPEN, { kind: 'EXPERTS', on: civilDate(on), ...input }, TODAY);
  const long = (field: string, longest: number) => [
    { code: 'VALUE_TOO_LONG', path: ['input', field], expected: String(longest), got: String(longest + 1) },
  ];

  it('is by experts or of risks', () => {
    expect(ASSESSMENT_KINDS).toEqual(['EXPERTS', 'RISKS']);
  });

  it.each([
    ['with a conclusion', { conclusion: '可行' }, []],
    ['that is not needed', { notNeededBecause: '专业性不强' }, []],
    ['that is not needed, beside an empty conclusion', { conclusion: '', notNeededBecause: '专业性不强' }, []],
    ['with neither', {}, [ONE_OF]],
    ['with both', { conclusion: '可行', notNeededBecause: '专业性不强' }, [ONE_OF]],
    ['with a long conclusion', { conclusion: '可'.repeat(5_000) }, []],
    ['with too long a conclusion', { conclusion: '可'.repeat(5_001) }, long('conclusion', 5_000)],
    ['with a long reason', { notNeededBecause: '可'.repeat(1_000) }, []],
    ['with too long a reason', { notNeededBecause: '可'.repeat(1_001) }, long('notNeededBecause', 1_000)],
  ])('%s', (_case, input, refusals) => {
    expect(refused(input)).toEqual(refusals);
  });

  it('is not of a day to come, nor before the consultation; all that is wrong is told at once', () => {
    const future = { code: 'VALUE_IN_FUTURE', path: ['input', 'on'], expected: '2026-05-10', got: '2026-05-11' };
    const input = { kind: 'RISKS', on: civilDate('2026-05-11') } as const;
    expect(assessmentRefusals({ ...OPEN, stage: 'LISTED' }, input, TODAY)).toEqual([OUT_OF_ORDER, future, ONE_OF]);
  });
});

describe('a hearing', () => {
  const refused = (delivered: string, more: object = {}, decision: object = {}) =>
    hearingRefusals(
      { ...OPEN, heldOn: [civilDate('2026-04-02')], ...decision },
      { heldOn: civilDate('2026-05-10'), materialsDeliveredOn: civilDate(delivered), participants: 5, ...more },
      TODAY,
    );
  const late = (expected: string, got: string) => ({
    code: 'DELIVERED_TOO_LATE',
    path: ['input', 'materialsDeliveredOn'],
    expected,
    got,
    rules: ['M3'],
  });

  it.each([
    ['2026-05-02', []],
    ['2026-05-03', []],
    ['2026-05-04', [late('2026-05-03', '2026-05-04')]],
    ['2026-05-10', [late('2026-05-03', '2026-05-10')]],
  ])('on 10 May whose materials came on %s', (delivered, refusals) => {
    expect(HEARING_NOTICE_DAYS).toBe(7);
    expect(refused(delivered)).toEqual(refusals);
  });

  it('is told everything that is wrong at once', () => {
    const heldOn = civilDate('2026-05-11');
    expect(refused('2026-05-05', { heldOn, participants: -1 }, { stage: 'LISTED' })).toEqual([
      OUT_OF_ORDER,
      { code: 'VALUE_IN_FUTURE', path: ['input', 'heldOn'], expected: '2026-05-10', got: '2026-05-11' },
      { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'participants'], expected: '0–10000000', got: '-1' },
      late('2026-05-04', '2026-05-05'),
    ]);
  });

  it('is held once on a day', () => {
    const heldOn = civilDate('2026-04-02');
    expect(refused('2026-03-01', { heldOn })).toEqual([
      { code: 'VALUE_REPEATED', path: ['input', 'heldOn'], got: '2026-04-02' },
    ]);
  });
});
