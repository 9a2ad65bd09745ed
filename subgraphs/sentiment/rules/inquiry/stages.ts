import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryKind, InquiryStage } from './inquiry-kinds.ts';

/**
 * What can be done at which stage. An inquiry is RECEIVED; with an office that has it in hand (领办、转办) it is IN_HAND;
 * with an answer, or when a petition was not accepted, it is ANSWERED; a rework (退回重办) or a review that is asked for
 * takes it back IN_HAND. CLOSED is the end: answered, or found to repeat another.
 */
const ALLOWED = {
  assign: ['RECEIVED', 'IN_HAND'],
  object: ['IN_HAND'],
  accept: ['RECEIVED', 'IN_HAND'],
  decline: ['RECEIVED', 'IN_HAND'],
  extend: ['RECEIVED', 'IN_HAND'],
  supervise: ['IN_HAND'],
  answer: ['RECEIVED', 'IN_HAND'],
  rate: ['ANSWERED'],
  rework: ['ANSWERED'],
  repeat: ['RECEIVED', 'IN_HAND'],
  askReview: ['ANSWERED'],
  decideReview: ['IN_HAND'],
  close: ['ANSWERED'],
} as const satisfies Record<string, readonly InquiryStage[]>;

export type InquiryStepName = keyof typeof ALLOWED;

/** What only petitions (信访事项) go through, and what only all others do. */
const ONLY_PETITIONS: readonly InquiryStepName[] = ['object', 'accept', 'decline', 'askReview', 'decideReview'];
const NEVER_PETITIONS: readonly InquiryStepName[] = ['rework'];

/**
 * Every reason why a step is not open to an inquiry by its stage and its kind.
 *
 * @see rules P7, P9, P10
 */
export function stageRefusals(
  step: InquiryStepName,
  { stage, kind }: { readonly stage: InquiryStage; readonly kind: InquiryKind },
): Refusal[] {
  const refusals: Refusal[] = [];
  const allowed: readonly InquiryStage[] = ALLOWED[step];
  if (!allowed.includes(stage)) {
    refusals.push({
      ...{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: allowed.join(' | '), got: stage },
      rules: ['P7'],
    });
  }
  if (ONLY_PETITIONS.includes(step) && kind !== 'PETITION') {
    refusals.push({ code: 'ONLY_FOR_PETITIONS', path: ['id'], expected: 'PETITION', got: kind, rules: ['P10'] });
  }
  if (NEVER_PETITIONS.includes(step) && kind === 'PETITION') {
    refusals.push({ code: 'NOT_FOR_PETITIONS', path: ['id'], rules: ['P10'] });
  }
  return refusals;
}
