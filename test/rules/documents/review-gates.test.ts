import { describe, expect, it } from 'vitest';
import { gateRefusals, REVIEW_GATES } from '../../../subgraphs/documents/rules/review-gates.ts';

describe('the gates of a review pass', () => {
  it('are those of both notices together', () => {
    expect(REVIEW_GATES).toEqual(['POLITICAL', 'POLICY', 'LEGAL', 'SECRECY', 'WORDING']);
    expect(gateRefusals(['WORDING', 'SECRECY', 'LEGAL', 'POLICY', 'POLITICAL', 'LEGAL'])).toEqual([]);
  });

  it('are named when a pass left them out', () => {
    expect(gateRefusals(['POLITICAL', 'LEGAL', 'SECRECY'])).toEqual([
      {
        code: 'REVIEW_GATE_MISSING',
        path: ['gates'],
        expected: 'POLITICAL, POLICY, LEGAL, SECRECY, WORDING',
        got: 'POLICY, WORDING',
        rules: ['D11'],
      },
    ]);
  });
});
