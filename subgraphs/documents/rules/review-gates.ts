import type { Refusal } from '../../../core/refusal.ts';

/**
 * What a review pass looks at (把关): the political, policy, legal, secrecy and wording gates. One notice names
 * political, policy and wording, another political, legal, secrecy and wording; each pass goes through all of them.
 *
 * @see rule D11
 */
export const REVIEW_GATES = ['POLITICAL', 'POLICY', 'LEGAL', 'SECRECY', 'WORDING'] as const;
export type ReviewGate = (typeof REVIEW_GATES)[number];

/** Which gates a pass left out. */
export function gateRefusals(gates: readonly ReviewGate[]): Refusal[] {
  const missing = REVIEW_GATES.filter((gate) => !gates.includes(gate));
  if (missing.length === 0) return [];
  const expected = REVIEW_GATES.join(', ');
  return [{ code: 'REVIEW_GATE_MISSING', path: ['gates'], expected, got: missing.join(', '), rules: ['D11'] }];
}
