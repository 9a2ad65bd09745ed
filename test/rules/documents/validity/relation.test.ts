import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { DOCUMENT_STATUSES } from '../../../../subgraphs/documents/rules/publication-readiness.ts';
import {
  RELATION_KINDS,
  relatingRefusals,
  relationListRefusals,
  targetRefusals,
  VALIDITY_AFTER,
  type RelationTarget,
} from '../../../../subgraphs/documents/rules/validity/relation.ts';

const TODAY = civilDate('2026-11-23');
const TARGET: RelationTarget = {
  id: 'old',
  status: 'PUBLISHED',
  validity: 'IN_FORCE',
  expiresOn: null,
  regionCode: '140522',
  outside: null,
};

describe('what a document amends or repeals', () => {
  it('is amended or repealed once it is published', () => {
    expect(RELATION_KINDS).toEqual(['AMENDS', 'REPEALS']);
    expect(RELATION_KINDS.map((kind) => VALIDITY_AFTER[kind])).toEqual(['AMENDED', 'REPEALED']);
  });

  it('is stated of a draft only', () => {
    expect(DOCUMENT_STATUSES.map((status) => relatingRefusals(status).length)).toEqual([0, 1, 1, 1, 1]);
    expect(relatingRefusals('IN_REVIEW')).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT', got: 'IN_REVIEW', rules: ['D11', 'D17'] },
    ]);
  });

  it('is not itself, and nothing twice', () => {
    expect(relationListRefusals('new', ['a', 'b'])).toEqual([]);
    expect(relationListRefusals('new', ['a', 'new', 'a'])).toEqual([
      { code: 'RELATION_TO_ITSELF', path: ['relates', '1', 'document'], got: 'new', rules: ['D17'] },
      { code: 'VALUE_REPEATED', path: ['relates', '2', 'document'], got: 'a' },
    ]);
  });

  it('is at most a hundred documents', () => {
    const ids = Array.from({ length: 101 }, (_, index) => `document-${String(index)}`);
    expect(relationListRefusals('new', ids.slice(1))).toEqual([]);
    expect(relationListRefusals('new', ids)).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['relates'], expected: '100', got: '101' },
    ]);
  });

  it.each<Partial<RelationTarget>>([{}, { validity: 'AMENDED' }, { expiresOn: TODAY }])(
    'is public and holds: %o',
    (one) => {
      expect(targetRefusals({ ...TARGET, ...one }, TODAY, ['x'])).toEqual([]);
    },
  );

  it('is refused for every reason at once', () => {
    const target = { ...TARGET, status: 'WITHDRAWN', validity: 'REPEALED', outside: ['140521', '140400'] } as const;
    expect(targetRefusals(target, TODAY, ['x'])).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['x'], expected: 'PUBLISHED', got: 'WITHDRAWN', rules: ['D17'] },
      { code: 'VALIDITY_NOT_FITTING', path: ['x'], expected: 'IN_FORCE | AMENDED', got: 'REPEALED', rules: ['D17'] },
      { code: 'REGION_NOT_ALLOWED', path: ['x'], expected: '140521, 140400', got: '140522' },
    ]);
  });

  it('has not expired yesterday, though nobody wrote it down', () => {
    expect(targetRefusals({ ...TARGET, expiresOn: civilDate('2026-11-22') }, TODAY, ['x'])).toEqual([
      { code: 'VALIDITY_NOT_FITTING', path: ['x'], expected: 'IN_FORCE | AMENDED', got: 'EXPIRED', rules: ['D17'] },
    ]);
  });
});
