import { describe, expect, it } from 'vitest';
import { withdrawalRefusals } from '../../../subgraphs/documents/rules/withdrawal.ts';

describe('a withdrawal', () => {
  it('is of what is public, and says why', () => {
    expect(withdrawalRefusals('PUBLISHED', '决定已被撤销')).toEqual([]);
  });

  it.each(['DRAFT', 'IN_REVIEW', 'APPROVED', 'WITHDRAWN'] as const)('is refused of a document that is %s', (status) => {
    expect(withdrawalRefusals(status, '说明')).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: status },
    ]);
  });

  it('is refused without a note, and with one that is too long', () => {
    expect(withdrawalRefusals('PUBLISHED', ' ').map(({ code, path }) => [code, path])).toEqual([
      ['VALUE_MISSING', ['note']],
    ]);
    expect(withdrawalRefusals('DRAFT', 'x'.repeat(1_001)).map(({ code }) => code)).toEqual([
      'STATUS_NOT_FITTING',
      'VALUE_TOO_LONG',
    ]);
  });
});
