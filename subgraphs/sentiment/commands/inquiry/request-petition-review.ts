import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { reviewLimit, reviewRequestRefusals } from '../../rules/inquiry/petition.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import { startedLimit } from '../../rules/inquiry/time-limits.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { unknownInstitution } from '../opinion/known-institution.ts';
import { HANDLING, OFFICE, takeInquiryStep } from './take-inquiry-step.ts';

export interface RequestPetitionReviewInput {
  /** The office above the one that decided, which reviews it. */
  readonly office: string;
  readonly reason: string;
  /** When it was asked for; now when left out. */
  readonly askedAt?: Date | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Notes that a petitioner asks for a review (复查) of the decision, or for a re-review (复核) of the review, within thirty
 * days of it. Thirty calendar days are given to whoever reviews.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P10
 */
export async function requestPetitionReview(
  { id, input }: { readonly id: string; readonly input: RequestPetitionReviewInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { office, reason: note, evidence } = input;
  const refusals = [...neededText('reason', note), ...(await unknownInstitution(context.db, OFFICE, office))];
  const asked = { id, step: 'askReview', roles: HANDLING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, now, calendar }) => {
    const askedAt = input.askedAt ?? now;
    const limit = reviewLimit(standing);
    return {
      refusals: [...sameOfficeRefusals(office, inquiry), ...reviewRequestRefusals(standing, askedAt, now)],
      change: () => ({
        step: { kind: 'REVIEW_ASKED', officeId: office, note },
        columns: { stage: 'IN_HAND', officeId: office, isSatisfied: null },
        clocks: async (clocks) => {
          const place = { regionCode: inquiry.regionCode, officeId: office };
          if (limit !== null) await clocks.start([startedLimit(limit, askedAt, calendar)], place);
        },
      }),
    };
  });
}

/** Nobody reviews a decision of their own. */
function sameOfficeRefusals(office: string, { officeId }: Pick<Inquiry, 'officeId'>): Refusal[] {
  return office === officeId
    ? [{ code: 'OFFICE_UNCHANGED', path: OFFICE, got: office.slice(0, 100), rules: ['P10'] }]
    : [];
}
