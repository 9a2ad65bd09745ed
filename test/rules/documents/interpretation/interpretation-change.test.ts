import { describe, expect, it } from 'vitest';
import {
  interpretationWithdrawalRefusals,
  unpublishedRefusals,
} from '../../../../subgraphs/documents/rules/interpretation/interpretation-change.ts';

const OUT = new Date('2026-11-20T02:00:00Z');
const PUBLIC = { publishedAt: OUT, documentStatus: 'PUBLISHED', isPolicy: true, published: 2 } as const;
const notPublic = (got: string) => ({ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got });

describe('an interpretation', () => {
  it('is changed and taken off only until it is out', () => {
    expect(unpublishedRefusals(null)).toEqual([]);
    expect(unpublishedRefusals(OUT)).toEqual([
      {
        code: 'STATUS_NOT_FITTING',
        path: ['id'],
        expected: 'DRAFT | IN_REVIEW | APPROVED',
        got: 'PUBLISHED',
        rules: ['I2'],
      },
    ]);
  });

  it('is withdrawn once it is out, with words for the public', () => {
    expect(interpretationWithdrawalRefusals(PUBLIC, '数据有误')).toEqual([]);
    expect(interpretationWithdrawalRefusals({ ...PUBLIC, publishedAt: null, documentStatus: 'APPROVED' }, '')).toEqual([
      notPublic('APPROVED'),
      { code: 'VALUE_MISSING', path: ['note'], expected: 'note' },
    ]);
    expect(interpretationWithdrawalRefusals({ ...PUBLIC, publishedAt: null, published: 1 }, '数据有误')).toMatchObject([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED' },
    ]);
    expect(interpretationWithdrawalRefusals({ ...PUBLIC, documentStatus: 'WITHDRAWN' }, '数据有误')).toEqual([
      notPublic('WITHDRAWN'),
    ]);
  });

  it.each([
    [true, 1, 1],
    [true, 2, 0],
    [false, 1, 0],
  ])('of a policy document (%s) that has %i is missed by %i', (isPolicy, published, missed) => {
    const refusals = interpretationWithdrawalRefusals({ ...PUBLIC, isPolicy, published }, '数据有误');
    const missing = { code: 'INTERPRETATION_NEEDED', path: ['id'], rules: ['I2'] };
    expect(refusals).toEqual(Array.from({ length: missed }, () => missing));
  });
});
