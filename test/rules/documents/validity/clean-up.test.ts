import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  CLEAN_UP_OUTCOMES,
  CLEAN_UP_YEARS,
  cleanedRefusals,
  cleanUpRefusals,
  leftOutRefusals,
  MOST_LEFT_OUT,
  validityAfterCleanUp,
  type CleanedDocument,
  type CleanUpOutcome,
} from '../../../../subgraphs/documents/rules/validity/clean-up.ts';
import { VALIDITIES } from '../../../../subgraphs/documents/rules/validity/validity.ts';

const TODAY = civilDate('2026-11-23');
const result = (document: string, note: string | null = null) => ({ document, outcome: 'KEPT' as const, note });
const CLEAN_UP = { title: '清理结果', asOf: TODAY, results: [result('a'), result('b')] };
const CLEANED: CleanedDocument = { id: 'a', issuerId: 'own', status: 'PUBLISHED', validity: 'IN_FORCE' };

describe('a clean-up', () => {
  it('is of today or before, with a title and at least one document', () => {
    expect(cleanUpRefusals(CLEAN_UP, TODAY)).toEqual([]);
    expect(cleanUpRefusals({ title: ' ', asOf: civilDate('2026-11-24'), results: [] }, TODAY)).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' },
      { code: 'VALUE_IN_FUTURE', path: ['input', 'asOf'], expected: '2026-11-23', got: '2026-11-24' },
      { code: 'VALUE_MISSING', path: ['input', 'results'], expected: 'CleanUpResult', rules: ['D17'] },
    ]);
  });

  it('names no document twice, and says little of each', () => {
    const results = [result('a', '注'.repeat(150)), result('b', '注'.repeat(151)), result('a')];
    expect(cleanUpRefusals({ ...CLEAN_UP, results }, TODAY)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', 'results', '1', 'note'], expected: '150', got: '151' },
      { code: 'VALUE_REPEATED', path: ['input', 'results', '2', 'document'], got: 'a' },
    ]);
  });

  it('names at most a thousand', () => {
    const results = Array.from({ length: 1_001 }, (_, index) => result(String(index % 1_000)));
    expect(cleanUpRefusals({ ...CLEAN_UP, results: results.slice(0, 1_000) }, TODAY)).toEqual([]);
    expect(cleanUpRefusals({ ...CLEAN_UP, results }, TODAY)).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['input', 'results'], expected: '1000', got: '1001' },
    ]);
  });

  it('repeals and expires, or leaves as it is', () => {
    expect(CLEAN_UP_OUTCOMES).toEqual(['KEPT', 'TO_BE_AMENDED', 'REPEALED', 'EXPIRED']);
    expect(CLEAN_UP_OUTCOMES.map(validityAfterCleanUp)).toEqual([null, null, 'REPEALED', 'EXPIRED']);
    expect(CLEAN_UP_YEARS).toBe(2);
  });

  it.each<[CleanUpOutcome, readonly number[]]>([
    ['KEPT', [0, 0, 1, 1]],
    ['TO_BE_AMENDED', [0, 0, 1, 1]],
    ['REPEALED', [0, 0, 1, 0]],
    ['EXPIRED', [0, 0, 1, 1]],
  ])('that finds a document %s does so only of one that this can become of', (outcome, counts) => {
    expect(
      VALIDITIES.map((validity) => cleanedRefusals({ ...CLEANED, validity }, outcome, 'own', ['x']).length),
    ).toEqual(counts);
  });

  it('is of the issuer’s own published documents', () => {
    expect(cleanedRefusals({ ...CLEANED, issuerId: 'other', status: 'DRAFT' }, 'KEPT', 'own', ['x'])).toEqual([
      { code: 'DOCUMENT_OF_OTHER_ISSUER', path: ['x'], expected: 'own', got: 'other', rules: ['D17'] },
    ]);
    expect(cleanedRefusals({ ...CLEANED, status: 'DRAFT' }, 'KEPT', 'own', ['x'])).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['x'], expected: 'PUBLISHED', got: 'DRAFT', rules: ['D17'] },
    ]);
    expect(cleanedRefusals({ ...CLEANED, validity: 'EXPIRED' }, 'KEPT', 'own', ['x'])).toEqual([
      { code: 'VALIDITY_NOT_FITTING', path: ['x'], expected: 'IN_FORCE | AMENDED', got: 'EXPIRED', rules: ['D17'] },
    ]);
    expect(cleanedRefusals({ ...CLEANED, validity: 'REPEALED' }, 'EXPIRED', 'own', ['x'])).toEqual([
      { code: 'VALIDITY_NOT_FITTING', path: ['x'], expected: 'IN_FORCE | AMENDED', got: 'REPEALED', rules: ['D17'] },
    ]);
  });

  it('tells which documents it leaves out, as many as people read', () => {
    expect(leftOutRefusals([])).toEqual([]);
    expect(leftOutRefusals([{ id: 'a', title: '办法' }])).toEqual([
      { code: 'CLEAN_UP_LEAVES_OUT', path: ['input', 'results'], expected: 'a', got: '办法', rules: ['D17'] },
    ]);
    const many = Array.from({ length: MOST_LEFT_OUT + 1 }, (_, index) => ({ id: String(index), title: '办法' }));
    expect(leftOutRefusals(many).map(({ expected }) => expected)).toEqual(
      Array.from({ length: 100 }, (_, index) => String(index)),
    );
  });
});
