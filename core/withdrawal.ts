/** Why something is no longer public. */
export const WITHDRAWAL_REASONS = [
  'SUPERSEDED',
  'PUBLISHED_IN_ERROR',
  'DECISION_OVERTURNED',
  'SECRECY_REVIEW',
  'PRIVACY',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
