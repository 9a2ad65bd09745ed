import type { CivilDate } from '../../../../core/civil-date.ts';
import type { ApplicationResult } from './result.ts';

/** Whose opinion is asked: a third party whose interests are touched (R6), or an agency that made it jointly (R7). */
export const CONSULTATION_KINDS = ['THIRD_PARTY', 'CO_MAKER'] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** What someone who was asked answers. */
export const CONSULTATION_REPLIES = ['CONSENTED', 'REFUSED'] as const;
export type ConsultationReply = (typeof CONSULTATION_REPLIES)[number];

/** How far an application has come, by its facts alone. */
export const APPLICATION_STAGES = ['HANDLING', 'AWAITING_CORRECTION', 'ANSWERED', 'ARCHIVED'] as const;
export type ApplicationStage = (typeof APPLICATION_STAGES)[number];

/**
 * One thing that happened to an application after its receipt, on a civil day in Asia/Shanghai. Nothing personal: what
 * was said and by whom is kept elsewhere, sealed.
 */
export type ApplicationFact = { readonly on: CivilDate } & (
  | { readonly kind: 'CORRECTION_ASKED'; readonly correctBy: CivilDate }
  | { readonly kind: 'CORRECTED' }
  | { readonly kind: 'CONSULTED'; readonly consultation: string; readonly party: ConsultationKind }
  | { readonly kind: 'CONSULTATION_DELIVERED'; readonly consultation: string }
  | {
      readonly kind: 'CONSULTATION_REPLIED';
      readonly consultation: string;
      readonly reply: ConsultationReply;
      /** Of a refusal: whether its reason is a good one. */
      readonly isReasonable: boolean;
    }
  | { readonly kind: 'PUBLIC_INTEREST_TOLD'; readonly consultation: string }
  | { readonly kind: 'EXTENDED'; readonly days: number; readonly approvedBy: string }
  | { readonly kind: 'REASONS_ASKED' }
  | { readonly kind: 'REASONS_GIVEN'; readonly isReasonable: boolean; readonly delayedUntil: CivilDate | null }
  | { readonly kind: 'FEE_NOTIFIED'; readonly payBy: CivilDate }
  | { readonly kind: 'FEE_PAID' }
  | { readonly kind: 'ANSWERED'; readonly result: ApplicationResult }
  | { readonly kind: 'ARCHIVED' }
);
