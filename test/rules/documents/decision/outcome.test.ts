import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  abandonmentRefusals,
  decisionDocumentRefusals,
  FEEDBACK_STANDINGS,
  feedbackRefusals,
  feedbackSpan,
  feedbackStanding,
  type DecisionDocument,
} from '../../../../subgraphs/documents/rules/decision/outcome.ts';

const day = civilDate;
const wrongStage = (expected: string, got: string) => ({
  code: 'STATUS_NOT_FITTING',
  path: ['id'],
  expected,
  got,
  rules: ['M1'],
});

describe('the decision document', () => {
  const discussed = { stage: 'DISCUSSED', isPublic: true, meetingHeldOn: day('2026-05-29') } as const;
  const path = ['document'];
  it.each<[string, DecisionDocument | null, object[]]>([
    ['of the day of the meeting', { status: 'PUBLISHED', issuedOn: day('2026-05-29') }, []],
    [
      'of the day before',
      { status: 'PUBLISHED', issuedOn: day('2026-05-28') },
      [{ code: 'DAY_TOO_EARLY', path, expected: '2026-05-29', got: '2026-05-28', rules: ['M1'] }],
    ],
    [
      'that is not public and bears no day',
      { status: 'APPROVED', issuedOn: null },
      [
        { code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: 'APPROVED', rules: ['M1'] },
        { code: 'VALUE_MISSING', path: ['document', 'issuedOn'], expected: 'issuedOn', rules: ['M5'] },
      ],
    ],
    ['that is none', null, [{ code: 'NOT_FOUND', path, expected: 'Document', got: 'x'.repeat(100) }]],
  ])('%s', (_case, document, refusals) => {
    expect(decisionDocumentRefusals(discussed, document, 'x'.repeat(101))).toEqual(refusals);
  });

  it('is not recorded before the meeting', () => {
    const decision = { stage: 'CONSULTATION', isPublic: true, meetingHeldOn: null } as const;
    const document = { status: 'PUBLISHED', issuedOn: day('2026-01-01') };
    expect(decisionDocumentRefusals(decision, document, 'x')).toEqual([wrongStage('DISCUSSED', 'CONSULTATION')]);
  });
});

describe('the answer to the public', () => {
  it('has ten working days from the day of the decision document', () => {
    expect(feedbackSpan(day('2026-06-01'))).toEqual({ from: '2026-06-01', days: 10, unit: 'WORKING_DAY' });
  });

  const path = ['input', 'notAdoptedReasons'];
  const count = (field: string, expected: string, got: string) => ({
    code: 'NUMBER_OUT_OF_RANGE',
    path: ['input', field],
    expected,
    got,
  });
  const missing = { code: 'VALUE_MISSING', path, expected: 'notAdoptedReasons', rules: ['M5'] };
  it.each<[string, [number, number, string | null | undefined], object[]]>([
    ['when everything was adopted', [3, 3, undefined], []],
    ['when nothing came in', [0, 0, null], []],
    ['when one was not adopted, with why', [3, 2, '超出权限'], []],
    ['when one was not adopted, without why', [3, 2, undefined], [missing]],
    ['when one was not adopted, with nothing said', [3, 2, ' '], [missing]],
    [
      'with too much said',
      [3, 2, '因'.repeat(20_001)],
      [{ code: 'VALUE_TOO_LONG', path, expected: '20000', got: '20001', rules: ['M5'] }],
    ],
    ['when more were adopted than came in', [3, 4, undefined], [count('opinionsAdopted', '0–3', '4')]],
    ['below zero', [-1, 0, undefined], [count('opinionsCollected', '0–10000000', '-1')]],
  ])('%s', (_case, [opinionsCollected, opinionsAdopted, notAdoptedReasons], refusals) => {
    const decided = { stage: 'DECIDED', isPublic: true } as const;
    expect(feedbackRefusals(decided, { opinionsCollected, opinionsAdopted, notAdoptedReasons })).toEqual(refusals);
  });

  it('follows the decision', () => {
    const discussed = { stage: 'DISCUSSED', isPublic: true } as const;
    expect(feedbackRefusals(discussed, { opinionsCollected: 0, opinionsAdopted: 0 })).toEqual([
      wrongStage('DECIDED', 'DISCUSSED'),
    ]);
  });

  it.each<[string, [string | null, string | null, string], string | null]>([
    ['is not due', [null, null, '2026-06-15'], null],
    ['came on the last day', ['2026-06-15', '2026-06-15', '2026-07-01'], 'ON_TIME'],
    ['came the day after', ['2026-06-15', '2026-06-16', '2026-06-16'], 'LATE'],
    ['is owed on the last day', ['2026-06-15', null, '2026-06-15'], 'OUTSTANDING'],
    ['is owed the day after', ['2026-06-15', null, '2026-06-16'], 'OVERDUE'],
  ])('%s', (_case, [due, published, on], standing) => {
    const dueOn = due === null ? null : day(due);
    const publishedOn = published === null ? null : day(published);
    expect(feedbackStanding({ dueOn, publishedOn }, day(on))).toBe(standing);
    expect(FEEDBACK_STANDINGS).toEqual(['ON_TIME', 'LATE', 'OUTSTANDING', 'OVERDUE']);
  });
});

describe('giving a decision up', () => {
  it.each(['LISTED', 'CONSULTATION', 'DISCUSSED'] as const)('is possible while it is %s', (stage) => {
    expect(abandonmentRefusals({ stage, isPublic: true }, '上级另有安排')).toEqual([]);
  });

  it.each(['DECIDED', 'FEEDBACK', 'ABANDONED'] as const)('is not possible once it is %s', (stage) => {
    expect(abandonmentRefusals({ stage, isPublic: true }, ' ')).toEqual([
      wrongStage('LISTED | CONSULTATION | DISCUSSED', stage),
      { code: 'VALUE_MISSING', path: ['reason'], expected: 'reason' },
    ]);
  });

  it('takes a reason of a thousand characters', () => {
    const reason = '因'.repeat(1_001);
    expect(abandonmentRefusals({ stage: 'LISTED', isPublic: true }, reason.slice(1))).toEqual([]);
    expect(abandonmentRefusals({ stage: 'LISTED', isPublic: true }, reason)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['reason'], expected: '1000', got: '1001' },
    ]);
  });
});
