import { describe, expect, it } from 'vitest';
import { filingRefusals, type ToBeFiled } from '../../../subgraphs/documents/rules/filing.ts';

const PROPOSED: ToBeFiled = {
  status: 'DRAFT',
  attribute: 'WITHHELD',
  ground: '第十四条',
  superiorException: null,
};
const codes = (document: Partial<ToBeFiled>) => filingRefusals({ ...PROPOSED, ...document }).map(({ code }) => code);

describe('filing with the disclosure office', () => {
  it.each(['DRAFT', 'IN_REVIEW'] as const)('is noted while the document is %s', (status) => {
    expect(codes({ status })).toEqual([]);
    expect(codes({ status, attribute: 'ON_REQUEST' })).toEqual([]);
  });

  it('tells where the reason lies', () => {
    expect(filingRefusals({ ...PROPOSED, attribute: null })).toMatchObject([{ path: ['id'] }]);
    expect(filingRefusals({ ...PROPOSED, ground: null })).toMatchObject([{ path: ['id'] }]);
  });

  it('tells what it needs', () => {
    expect(filingRefusals({ ...PROPOSED, status: 'APPROVED' })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT | IN_REVIEW', got: 'APPROVED', rules: ['D2'] },
    ]);
    expect(filingRefusals({ ...PROPOSED, attribute: 'PROACTIVE' })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'ON_REQUEST | WITHHELD', got: 'PROACTIVE', rules: ['D2'] },
    ]);
  });

  it.each<[string, Partial<ToBeFiled>, string[]]>([
    ['after approval', { status: 'APPROVED' }, ['STATUS_NOT_FITTING']],
    ['after publication', { status: 'PUBLISHED' }, ['STATUS_NOT_FITTING']],
    ['without an attribute', { attribute: null }, ['ATTRIBUTE_MISSING']],
    ['of what is disclosed proactively', { attribute: 'PROACTIVE', ground: null }, ['STATUS_NOT_FITTING']],
    ['without a ground', { ground: null }, ['GROUND_MISSING']],
    ['for every reason at once', { status: 'WITHDRAWN', ground: null }, ['STATUS_NOT_FITTING', 'GROUND_MISSING']],
  ])('is refused %s', (_what, document, expected) => {
    expect(codes(document)).toEqual(expected);
  });
});
