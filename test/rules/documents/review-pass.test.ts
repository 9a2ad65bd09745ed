import { describe, expect, it } from 'vitest';
import { REVIEW_GATES } from '../../../subgraphs/documents/rules/review-gates.ts';
import { reviewRefusals, statusAfterPasses, type UnderReview } from '../../../subgraphs/documents/rules/review-pass.ts';

const DRAFT: UnderReview = {
  status: 'DRAFT',
  attribute: 'PROACTIVE',
  ground: null,
  superiorException: null,
  superiorAttribute: null,
  isFiled: false,
  writtenBy: ['drafter', 'amender'],
  signedBy: [],
};
const codes = (document: Partial<UnderReview>, account = 'reviewer') =>
  reviewRefusals({ ...DRAFT, ...document }, { account, gates: REVIEW_GATES }).map(({ code }) => code);

describe('a review pass', () => {
  it.each([
    ['first', []],
    ['second', ['one']],
    ['third', ['one', 'two']],
  ])('is signed as the %s by an account that has no part in the document', (_which, signedBy) => {
    expect(codes({ status: signedBy.length === 0 ? 'DRAFT' : 'IN_REVIEW', signedBy })).toEqual([]);
  });

  it.each<[string, Partial<UnderReview>, string, string[]]>([
    ['by the drafter', {}, 'drafter', ['REVIEWER_NOT_INDEPENDENT']],
    ['by who amended it', {}, 'amender', ['REVIEWER_NOT_INDEPENDENT']],
    [
      'when it withholds what the superior discloses',
      { attribute: 'WITHHELD', ground: '第十四条', superiorAttribute: 'PROACTIVE' },
      'one',
      ['WITHHELD_BELOW_PROACTIVE'],
    ],
    ['by who signed before', { status: 'IN_REVIEW', signedBy: ['one', 'two'] }, 'one', ['REVIEWER_NOT_INDEPENDENT']],
    ['after approval', { status: 'APPROVED', signedBy: ['one', 'two', 'three'] }, 'four', ['STATUS_NOT_FITTING']],
    ['after publication', { status: 'PUBLISHED' }, 'four', ['STATUS_NOT_FITTING']],
    ['before the attribute is proposed', { attribute: null }, 'one', ['ATTRIBUTE_MISSING']],
    ['without a ground', { attribute: 'WITHHELD' }, 'one', ['GROUND_MISSING']],
    [
      'as the last one before filing',
      { attribute: 'ON_REQUEST', ground: '第十五条', signedBy: ['one', 'two'] },
      'three',
      ['NOT_FILED'],
    ],
    [
      'for every reason at once',
      { attribute: 'ON_REQUEST', signedBy: ['one', 'two'] },
      'drafter',
      ['REVIEWER_NOT_INDEPENDENT', 'GROUND_MISSING', 'NOT_FILED'],
    ],
  ])('is refused %s', (_what, document, account, expected) => {
    expect(codes(document, account)).toEqual(expected);
  });

  it('tells where the reasons lie, and the rules', () => {
    const document: UnderReview = {
      ...DRAFT,
      attribute: 'WITHHELD',
      superiorAttribute: 'PROACTIVE',
      signedBy: ['a', 'b'],
    };
    const pass = { account: 'one', gates: REVIEW_GATES };
    expect(reviewRefusals(document, pass)).toMatchObject([
      { code: 'GROUND_MISSING', path: ['id'] },
      { code: 'WITHHELD_BELOW_PROACTIVE', path: ['id'] },
      { code: 'NOT_FILED', path: ['id'], rules: ['D2'] },
    ]);
    expect(reviewRefusals({ ...DRAFT, attribute: null }, pass)).toMatchObject([
      { code: 'ATTRIBUTE_MISSING', path: ['id'] },
    ]);
  });

  it('goes through every gate', () => {
    expect(reviewRefusals(DRAFT, { account: 'one', gates: ['LEGAL'] })).toMatchObject([
      { code: 'REVIEW_GATE_MISSING', got: 'POLITICAL, POLICY, SECRECY, WORDING' },
    ]);
  });

  it('tells who took part, and which status it needs', () => {
    expect(reviewRefusals(DRAFT, { account: 'drafter', gates: REVIEW_GATES })).toEqual([
      { code: 'REVIEWER_NOT_INDEPENDENT', path: ['id'], got: 'drafter', rules: ['D11'] },
    ]);
    expect(reviewRefusals({ ...DRAFT, status: 'APPROVED' }, { account: 'x', gates: [] })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT | IN_REVIEW', got: 'APPROVED', rules: ['D11'] },
    ]);
  });

  it('may come before filing as long as it is not the last', () => {
    expect(codes({ attribute: 'ON_REQUEST', ground: '第十五条', signedBy: ['one'] })).toEqual([]);
  });

  it('is the last one once the proposal is filed', () => {
    const filed = { attribute: 'ON_REQUEST', ground: '第十五条', isFiled: true, signedBy: ['one', 'two'] } as const;
    expect(codes(filed)).toEqual([]);
  });

  it.each([
    [1, 'IN_REVIEW'],
    [2, 'IN_REVIEW'],
    [3, 'APPROVED'],
  ])('number %i leaves the document %s', (passes, status) => {
    expect(statusAfterPasses(passes)).toBe(status);
  });
});
