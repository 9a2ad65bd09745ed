import { describe, expect, it } from 'vitest';
import { workingCalendarOf } from '../../../../core/calendar-year.ts';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  handInRefusals,
  LEGALITY_OPINIONS,
  LEGALITY_WORKING_DAYS,
  opinionRefusals,
  preparationRefusals,
  type PreparedDecision,
} from '../../../../subgraphs/documents/rules/decision/legality-review.ts';

const day = civilDate;
const READY: PreparedDecision = {
  stage: 'CONSULTATION',
  isPublic: true,
  closesOn: day('2026-04-30'),
  assessments: [
    { kind: 'EXPERTS', on: day('2026-05-04') },
    { kind: 'RISKS', on: day('2026-05-02') },
  ],
  review: null,
};
const TODAY = day('2026-07-01');
const early = (path: readonly string[], expected: string, got: string, rules?: string[]) => ({
  code: 'DAY_TOO_EARLY',
  path,
  expected,
  got,
  ...(rules === undefined ? {} : { rules }),
});

describe('what comes before the review of legality', () => {
  const path = ['on'];
  const notClosed = (expected: string, got: string) => ({
    code: 'CONSULTATION_NOT_CLOSED',
    path,
    expected,
    got,
    rules: ['M2'],
  });
  const missing = (expected: string) => ({ code: 'ASSESSMENT_MISSING', path: ['id'], expected, rules: ['M4'] });

  it.each([
    ['is done', {}, '2026-05-04', []],
    ['is assessed a day later', {}, '2026-05-03', [early(path, '2026-05-04', '2026-05-03', ['M4'])]],
    ['was never open', { closesOn: null }, '2026-05-04', [notClosed('CONSULTATION', '2026-05-04')]],
    ['closes that day', { closesOn: day('2026-05-04') }, '2026-05-04', [notClosed('2026-05-04', '2026-05-04')]],
    ['closed the day before', { closesOn: day('2026-05-03') }, '2026-05-04', []],
    ['is not assessed', { assessments: [] }, '2026-05-04', [missing('EXPERTS'), missing('RISKS')]],
  ])('%s', (_case, decision, on, refusals) => {
    expect(preparationRefusals({ ...READY, ...decision }, path, day(on))).toEqual(refusals);
  });
});

describe('handing in for the review of legality', () => {
  const review = (opinion: 'LAWFUL' | 'UNLAWFUL' | null) => ({
    handedInOn: day('2026-05-05'),
    opinionOn: opinion === null ? null : day('2026-05-20'),
    opinion,
  });
  const notAgain = (got: string) => ({
    code: 'STATUS_NOT_FITTING',
    path: ['id'],
    expected: 'UNLAWFUL',
    got,
    rules: ['M3'],
  });

  it.each([
    ['the first time', null, '2026-05-06', []],
    ['while it is reviewed', review(null), '2026-05-20', [notAgain('HANDED_IN')]],
    ['after it was found lawful', review('LAWFUL'), '2026-05-20', [notAgain('LAWFUL')]],
    ['again on the day it was found unlawful', review('UNLAWFUL'), '2026-05-20', []],
    ['again before that', review('UNLAWFUL'), '2026-05-19', [early(['on'], '2026-05-20', '2026-05-19')]],
    [
      'on a day to come',
      null,
      '2026-07-02',
      [{ code: 'VALUE_IN_FUTURE', path: ['on'], expected: '2026-07-01', got: '2026-07-02' }],
    ],
  ])('%s', (_case, one, on, refusals) => {
    expect(handInRefusals({ ...READY, review: one }, day(on), TODAY)).toEqual(refusals);
  });

  it('is told all that lacks at once', () => {
    const codes = handInRefusals({ ...READY, stage: 'LISTED', closesOn: null, assessments: [] }, TODAY, TODAY);
    expect(codes.map(({ code }) => code)).toEqual([
      'STATUS_NOT_FITTING',
      'CONSULTATION_NOT_CLOSED',
      'ASSESSMENT_MISSING',
      'ASSESSMENT_MISSING',
    ]);
    expect(codes[0]?.expected).toBe('CONSULTATION');
  });
});

describe('the opinion on legality', () => {
  // Around 国庆节 2026: off from 1 to 7 October, worked on Saturday 10 October.
  const calendar = workingCalendarOf([
    {
      year: 2026,
      holidays: [1, 2, 5, 6, 7].map((one) => ({ on: day(`2026-10-0${String(one)}`), name: '国庆节' })),
      workdays: [{ on: day('2026-10-10'), name: '国庆节' }],
    },
  ]);
  const today = day('2026-12-01');
  const handedIn = (on: string) => ({ ...READY, review: { handedInOn: day(on), opinionOn: null, opinion: null } });
  const refused = (decision: PreparedDecision, on: string, more: object = {}) =>
    opinionRefusals(decision, { on: day(on), opinion: 'LAWFUL', ...more }, { today, calendar });
  const short = (expected: string, got: string) => ({
    code: 'LEGALITY_REVIEW_TOO_SHORT',
    path: ['input', 'on'],
    expected,
    got,
    rules: ['M3'],
  });

  it.each([
    ['six working days later', '2026-05-11', '2026-05-19', [short('2026-05-20', '2026-05-19')]],
    ['seven working days later', '2026-05-11', '2026-05-20', []],
    ['over a holiday, a day short', '2026-09-30', '2026-10-14', [short('2026-10-15', '2026-10-14')]],
    ['over a holiday with a day that is worked in its place', '2026-09-30', '2026-10-15', []],
    ['on the day it was handed in', '2026-05-11', '2026-05-11', [short('2026-05-20', '2026-05-11')]],
    ['before it was handed in', '2026-05-11', '2026-05-10', [early(['input', 'on'], '2026-05-11', '2026-05-10')]],
    [
      'on a day to come',
      '2026-05-11',
      '2026-12-02',
      [{ code: 'VALUE_IN_FUTURE', path: ['input', 'on'], expected: '2026-12-01', got: '2026-12-02' }],
    ],
  ])('%s', (_case, from, on, refusals) => {
    expect(LEGALITY_WORKING_DAYS).toBe(7);
    expect(LEGALITY_OPINIONS).toEqual(['LAWFUL', 'UNLAWFUL']);
    expect(refused(handedIn(from), on)).toEqual(refusals);
  });

  it('may come sooner with a reason', () => {
    expect(refused(handedIn('2026-05-11'), '2026-05-12', { shorteningReason: '应急' })).toEqual([]);
    expect(refused(handedIn('2026-05-11'), '2026-05-12', { shorteningReason: ' ' })).toHaveLength(1);
  });

  it.each([
    ['nothing was handed in', null, 'NONE'],
    [
      'there is one already',
      { handedInOn: day('2026-05-11'), opinionOn: day('2026-05-20'), opinion: 'UNLAWFUL' as const },
      'UNLAWFUL',
    ],
  ])('is not taken when %s', (_case, review, got) => {
    expect(refused({ ...READY, review }, '2026-05-20')).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'HANDED_IN', got, rules: ['M3'] },
    ]);
  });

  it('is told of its stage and of long texts', () => {
    const input = { note: '意'.repeat(5_001), shorteningReason: '急'.repeat(1_001) };
    expect(refused({ ...handedIn('2026-05-11'), stage: 'DISCUSSED' }, '2026-05-20', input)).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'CONSULTATION', got: 'DISCUSSED', rules: ['M1'] },
      { code: 'VALUE_TOO_LONG', path: ['input', 'note'], expected: '5000', got: '5001' },
      { code: 'VALUE_TOO_LONG', path: ['input', 'shorteningReason'], expected: '1000', got: '1001' },
    ]);
  });
});
