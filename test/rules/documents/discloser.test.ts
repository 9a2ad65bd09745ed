import { describe, expect, it } from 'vitest';
import { discloserRefusals, leadRefusals } from '../../../subgraphs/documents/rules/discloser.ts';

describe('who discloses a document', () => {
  it.each([
    ['MADE', null],
    ['OBTAINED_FROM_CITIZEN', null],
    ['MADE_JOINTLY', 'us'],
  ] as const)('is its issuer when it is %s', (origin, leadIssuerId) => {
    expect(discloserRefusals({ origin, issuerId: 'us', leadIssuerId })).toEqual([]);
  });

  it.each([
    ['OBTAINED_FROM_AGENCY', null, 'OBTAINED_FROM_AGENCY'],
    ['MADE_JOINTLY', 'them', 'them'],
    ['MADE_JOINTLY', null, 'leadIssuer'],
  ] as const)('is another when it is %s with %s in the lead', (origin, leadIssuerId, expected) => {
    expect(discloserRefusals({ origin, issuerId: 'us', leadIssuerId })).toEqual([
      { code: 'NOT_OURS_TO_DISCLOSE', path: ['id'], expected, got: 'us', rules: ['D8'] },
    ]);
  });
});

describe('the institution in the lead', () => {
  it.each([
    ['MADE_JOINTLY', 'us'],
    ['MADE', null],
    ['OBTAINED_FROM_AGENCY', null],
  ] as const)('fits %s as %s', (origin, lead) => {
    expect(leadRefusals(origin, lead, ['x'])).toEqual([]);
  });

  it('is missing of a document made jointly', () => {
    expect(leadRefusals('MADE_JOINTLY', null, ['x'])).toEqual([
      { code: 'VALUE_MISSING', path: ['x'], expected: 'leadIssuer', rules: ['D8'] },
    ]);
  });

  it('is none of any other document', () => {
    expect(leadRefusals('MADE', 'us', ['x'])).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['x'], expected: 'MADE_JOINTLY', got: 'MADE', rules: ['D8'] },
    ]);
  });
});
