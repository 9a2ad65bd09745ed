import { addDays, civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryStanding } from './standing.ts';
import { PETITION_REVIEW, PETITION_RE_REVIEW, type TimeLimit } from './time-limits.ts';

/** Days after a decision or a review in which a review or re-review is asked for; calendar days, the first one not counted. */
const REQUEST_DAYS = 30;
/** A review (复查) and a re-review (复核), and no third. */
const REVIEWS: readonly TimeLimit[] = [PETITION_REVIEW, PETITION_RE_REVIEW];

/** Why a petition is neither accepted nor declined any more: that was decided. @see rule P10 */
export function acceptanceRefusals({ acceptedAt, isDeclined }: InquiryStanding): Refusal[] {
  if (acceptedAt === null && !isDeclined) return [];
  return [{ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'ACCEPTED | NOT_ACCEPTED', rules: ['P10'] }];
}

/**
 * Every reason why an office can not send a petition back: it was never passed on to it, it was accepted, or the five
 * working days are over.
 *
 * @param objectBy - the last instant for an objection (转送异议); null when none runs
 * @see rule P10
 */
export function objectionRefusals(standing: InquiryStanding, objectBy: Date | null, now: Date): Refusal[] {
  const refusals: Refusal[] = [];
  if (standing.acceptedAt !== null) refusals.push(...acceptanceRefusals(standing));
  if (objectBy === null) {
    refusals.push({ code: 'STEP_MISSING', path: ['id'], expected: 'FORWARDED', rules: ['P10'] });
  } else if (now.getTime() > objectBy.getTime()) {
    const [expected, got] = [objectBy.toISOString(), now.toISOString()];
    refusals.push({ code: 'OBJECTION_TOO_LATE', path: ['id'], expected, got, rules: ['P10'] });
  }
  return refusals;
}

/** Whether a review or a re-review was asked for and is not decided. */
export function isReviewOpen({ reviewsAsked, reviewsDecided }: InquiryStanding): boolean {
  return reviewsAsked > reviewsDecided;
}

/**
 * The time limit of the review that is open, or would be opened next; null when there is none left.
 *
 * @see rule P10
 */
export function reviewLimit({ reviewsDecided }: InquiryStanding): TimeLimit | null {
  return REVIEWS[reviewsDecided] ?? null;
}

/**
 * The last day on which a review of the last decision is asked for; null when there is no decision, or none can be asked
 * for any more.
 *
 * @see rule P10
 */
export function reviewRequestDay(standing: InquiryStanding): CivilDate | null {
  const { lastAnswerAt, isDeclined } = standing;
  if (lastAnswerAt === null || isDeclined || reviewLimit(standing) === null) return null;
  return addDays(civilDateOf(lastAnswerAt), REQUEST_DAYS);
}

/** Every reason why a review or a re-review is not asked for. @see rule P10 */
export function reviewRequestRefusals(standing: InquiryStanding, askedAt: Date, now: Date): Refusal[] {
  const { lastAnswerAt } = standing;
  if (reviewLimit(standing) === null) {
    return [{ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'PETITION_RE_REVIEW', rules: ['P10'] }];
  }
  const lastDay = reviewRequestDay(standing);
  if (lastAnswerAt === null || lastDay === null) {
    return [{ code: 'STEP_MISSING', path: ['id'], expected: 'ANSWERED', rules: ['P10'] }];
  }
  const path = ['input', 'askedAt'];
  const got = askedAt.toISOString();
  if (askedAt.getTime() > now.getTime()) return [{ code: 'VALUE_IN_FUTURE', path, expected: now.toISOString(), got }];
  if (askedAt.getTime() < lastAnswerAt.getTime()) {
    return [{ code: 'DAY_TOO_EARLY', path, expected: lastAnswerAt.toISOString(), got, rules: ['P10'] }];
  }
  if (civilDateOf(askedAt) <= lastDay) return [];
  return [{ code: 'REVIEW_ASKED_TOO_LATE', path, expected: lastDay, got: civilDateOf(askedAt), rules: ['P10'] }];
}

/** Why no review is decided: none is open. @see rule P10 */
export function reviewDecisionRefusals(standing: InquiryStanding): Refusal[] {
  if (isReviewOpen(standing)) return [];
  return [{ code: 'STEP_MISSING', path: ['id'], expected: 'REVIEW_ASKED', rules: ['P10'] }];
}
