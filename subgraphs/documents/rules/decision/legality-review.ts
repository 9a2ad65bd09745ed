import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { addWorkingDays, type WorkingCalendar } from '../../../../core/working-calendar.ts';
import { isBlank, optionalText } from '../required-text.ts';
import { ASSESSMENT_KINDS, type AssessmentKind } from './preparation.ts';
import { happenedRefusals, LONGEST, orderRefusals, type StandingDecision } from './stage.ts';

/** What the review of legality (合法性审查) can find. */
export const LEGALITY_OPINIONS = ['LAWFUL', 'UNLAWFUL'] as const;
export type LegalityOpinion = (typeof LEGALITY_OPINIONS)[number];

/** How many working days the review has unless a reason says why not. */
export const LEGALITY_WORKING_DAYS = 7;

/** One review of legality. */
export interface LegalityReview {
  readonly handedInOn: CivilDate;
  readonly opinionOn: CivilDate | null;
  readonly opinion: LegalityOpinion | null;
}

/** What decides whether a draft is ready for its review, and later for the meeting. */
export interface PreparedDecision extends StandingDecision {
  /** The last day of the consultation; null when there was none. */
  readonly closesOn: CivilDate | null;
  readonly assessments: readonly { readonly kind: AssessmentKind; readonly on: CivilDate }[];
  /** The newest one; null when there was none. */
  readonly review: LegalityReview | null;
}

/**
 * What is missing before a draft goes further on a day: a consultation that was over by then, and each assessment or why
 * it is not needed.
 *
 * @see rules M2, M4
 */
export function preparationRefusals(decision: PreparedDecision, path: readonly string[], on: CivilDate): Refusal[] {
  const { closesOn, assessments } = decision;
  const refusals: Refusal[] = [];
  if (closesOn === null || on <= closesOn) {
    const expected = closesOn ?? 'CONSULTATION';
    refusals.push({ code: 'CONSULTATION_NOT_CLOSED', path, expected, got: on, rules: ['M2'] });
  }
  for (const kind of ASSESSMENT_KINDS) {
    const found = assessments.find((one) => one.kind === kind);
    if (found === undefined) {
      refusals.push({ code: 'ASSESSMENT_MISSING', path: ['id'], expected: kind, rules: ['M4'] });
    } else if (on < found.on) {
      refusals.push({ code: 'DAY_TOO_EARLY', path, expected: found.on, got: on, rules: ['M4'] });
    }
  }
  return refusals;
}

/** Every reason why a draft is not handed in for its review of legality. @see rules M2–M4 */
export function handInRefusals(decision: PreparedDecision, on: CivilDate, today: CivilDate): Refusal[] {
  const { review } = decision;
  const path = ['on'];
  const refusals = orderRefusals(decision, ['CONSULTATION']);
  if (review !== null && review.opinion !== 'UNLAWFUL') {
    const got = review.opinion ?? 'HANDED_IN';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'UNLAWFUL', got, rules: ['M3'] });
  }
  return [
    ...refusals,
    ...happenedRefusals(path, on, { today, notBefore: review?.opinionOn ?? null }),
    ...preparationRefusals(decision, path, on),
  ];
}

/** What the reviewers say. */
export interface OpinionInput {
  readonly on: CivilDate;
  readonly opinion: LegalityOpinion;
  readonly note?: string | null | undefined;
  readonly shorteningReason?: string | null | undefined;
}

/** What a day of the opinion is held against. */
export interface OpinionDays {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}

/** Every reason why an opinion on legality is not recorded; the review has at least 7 working days. @see rule M3 */
export function opinionRefusals(
  decision: PreparedDecision,
  input: OpinionInput,
  { today, calendar }: OpinionDays,
): Refusal[] {
  const { review } = decision;
  const { on, note, shorteningReason } = input;
  const refusals = [
    ...orderRefusals(decision, ['CONSULTATION']),
    ...optionalText(['input', 'note'], note, LONGEST.conclusion),
    ...optionalText(['input', 'shorteningReason'], shorteningReason, LONGEST.reason),
  ];
  if (review === null || review.opinion !== null) {
    const got = review?.opinion ?? 'NONE';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'HANDED_IN', got, rules: ['M3'] });
    return refusals;
  }
  const path = ['input', 'on'];
  const dayRefusals = happenedRefusals(path, on, { today, notBefore: review.handedInOn });
  const expected = addWorkingDays(review.handedInOn, LEGALITY_WORKING_DAYS, calendar).on;
  if (dayRefusals.length === 0 && on < expected && isBlank(shorteningReason)) {
    dayRefusals.push({ code: 'LEGALITY_REVIEW_TOO_SHORT', path, expected, got: on, rules: ['M3'] });
  }
  return [...refusals, ...dayRefusals];
}
