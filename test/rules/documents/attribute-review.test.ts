import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  attributeReviewRefusals,
  REVIEW_MONTHS,
  reviewDueOn,
  type ReviewDecision,
  type Reviewed,
} from '../../../subgraphs/documents/rules/attribute-review.ts';

const HIDDEN: Reviewed = {
  status: 'APPROVED',
  attribute: 'WITHHELD',
  ground: '第十四条',
  superiorException: null,
  superiorAttribute: null,
};
const DECISION: ReviewDecision = { attribute: 'PROACTIVE', ground: null, superiorException: null, note: null };
const found = (document: Partial<Reviewed>, decision: Partial<ReviewDecision> = {}) =>
  attributeReviewRefusals({ ...HIDDEN, ...document }, { ...DECISION, ...decision });

describe('a review of an attribute', () => {
  it.each<[string, Partial<ReviewDecision>]>([
    ['opens the document', {}],
    ['keeps it, with its ground', { attribute: 'WITHHELD', ground: '第十四条' }],
    ['gives it on request, with its ground', { attribute: 'ON_REQUEST', ground: '第十五条', note: '部分内容已可公开' }],
  ])('%s', (_what, decision) => {
    expect(found({}, decision)).toEqual([]);
    expect(found({ attribute: 'ON_REQUEST' }, decision)).toEqual([]);
  });

  it.each<[string, Partial<Reviewed>, string]>([
    ['that is published', { status: 'PUBLISHED', attribute: 'PROACTIVE' }, 'PUBLISHED PROACTIVE'],
    ['that is still written', { status: 'IN_REVIEW' }, 'IN_REVIEW WITHHELD'],
    ['that is to be published', { attribute: 'PROACTIVE' }, 'APPROVED PROACTIVE'],
    ['without an attribute', { status: 'DRAFT', attribute: null }, 'DRAFT'],
  ])('is not for a document %s', (_what, document, got) => {
    expect(found(document)).toEqual([
      {
        code: 'STATUS_NOT_FITTING',
        path: ['id'],
        expected: 'APPROVED ON_REQUEST | APPROVED WITHHELD',
        got,
        rules: ['D5'],
      },
    ]);
  });

  it('needs the ground of what stays hidden', () => {
    expect(found({}, { attribute: 'ON_REQUEST' })).toEqual([
      { code: 'GROUND_MISSING', path: ['input', 'ground'], rules: ['D2', 'D3'] },
    ]);
  });

  it('does not withhold what the superior discloses, unless an exception is recorded', () => {
    const withheld = { attribute: 'WITHHELD', ground: '第十四条' } as const;
    expect(found({ superiorAttribute: 'PROACTIVE' }, withheld)).toMatchObject([
      { code: 'WITHHELD_BELOW_PROACTIVE', path: ['input', 'attribute'] },
    ]);
    expect(found({ superiorAttribute: 'PROACTIVE' }, { ...withheld, superiorException: '例外理由' })).toEqual([]);
  });

  it('has texts that can be read, all looked at at once', () => {
    const decision = {
      attribute: 'WITHHELD',
      ground: ' ',
      superiorException: '字'.repeat(1_001),
      note: '\u0007',
    } as const;
    expect(found({}, decision).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['VALUE_MISSING', 'input.ground'],
      ['VALUE_TOO_LONG', 'input.superiorException'],
      ['CHARACTER_NOT_PRINTABLE', 'input.note'],
    ]);
    expect(found({}, { note: ' ' })).toEqual([{ code: 'VALUE_MISSING', path: ['input', 'note'], expected: 'note' }]);
  });
});

describe('the day until which an attribute is looked at again', () => {
  it('comes after a year where nothing is set', () => {
    expect(REVIEW_MONTHS).toBe(12);
    expect(reviewDueOn('WITHHELD', civilDate('2026-11-24'), null)).toBe('2027-11-24');
  });

  it.each([
    ['2026-11-24', 1, '2026-12-24'],
    ['2026-11-24', 2, '2027-01-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-01-01', 11, '2026-12-01'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('%s and %i months later is %s', (since, months, due) => {
    expect(reviewDueOn('ON_REQUEST', civilDate(since), months)).toBe(due);
  });

  it.each(['PROACTIVE', null] as const)('is none for %s', (attribute) => {
    expect(reviewDueOn(attribute, civilDate('2026-11-24'), 6)).toBeNull();
  });
});
