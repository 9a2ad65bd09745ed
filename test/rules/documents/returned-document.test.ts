import { describe, expect, it } from 'vitest';
import { returnRefusals } from '../../../subgraphs/documents/rules/returned-document.ts';

describe('a document that a reviewer sends back', () => {
  it.each(['DRAFT', 'IN_REVIEW', 'APPROVED'] as const)('may be %s', (status) => {
    expect(returnRefusals(status, '第三段数字有误')).toEqual([]);
  });

  it.each(['PUBLISHED', 'WITHDRAWN'] as const)('may not be %s, and needs its reason', (status) => {
    expect(returnRefusals(status, ' ')).toEqual([
      {
        code: 'STATUS_NOT_FITTING',
        path: ['id'],
        expected: 'DRAFT | IN_REVIEW | APPROVED',
        got: status,
        rules: ['D11'],
      },
      { code: 'VALUE_MISSING', path: ['note'], expected: 'note' },
    ]);
  });

  it('has a reason of 1,000 characters at most', () => {
    expect(returnRefusals('DRAFT', '字'.repeat(1_000))).toEqual([]);
    expect(returnRefusals('DRAFT', '字'.repeat(1_001))[0]?.code).toBe('VALUE_TOO_LONG');
  });
});
