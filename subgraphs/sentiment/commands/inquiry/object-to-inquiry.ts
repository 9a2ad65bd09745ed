import type { Refusal } from '../../../../core/refusal.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { objectionRefusals } from '../../rules/inquiry/petition.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { HANDLING, takeInquiryStep } from './take-inquiry-step.ts';

export interface ObjectToInquiryInput {
  readonly reason: string;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * An office sends back a petition that was passed on to it (转送异议), with its reasons and within five working days; the
 * office that had it before has it again.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P10
 */
export function objectToInquiry(
  { id, input }: { readonly id: string; readonly input: ObjectToInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { reason: note, evidence } = input;
  const refusals = neededText('reason', note);
  const asked = { id, step: 'object', roles: HANDLING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, ({ inquiry, standing, clocks, now }) => {
    const objectBy = clocks.running('PETITION_OBJECTION').at(-1)?.dueAt ?? null;
    const before = standing.offices.at(-2) ?? null;
    return {
      refusals: [
        ...ownOfficeRefusals(context.scope.viewer, inquiry.officeId),
        ...objectionRefusals(standing, objectBy, now),
      ],
      change: () => ({
        step: { kind: 'OBJECTED', officeId: inquiry.officeId, note },
        columns: { officeId: before },
        clocks: async (running) => {
          await running.meet('PETITION_OBJECTION');
          if (before !== null) await running.handOver(before);
        },
      }),
    };
  });
}

/** An account that belongs to an institution objects for no other one; one that belongs to none acts for its region. */
function ownOfficeRefusals(viewer: Viewer | null, officeId: string | null): Refusal[] {
  const institution = viewer?.institution ?? null;
  return institution === null || institution === officeId
    ? []
    : [{ code: 'OFFICE_NOT_OWN', path: ['id'], rules: ['P10'] }];
}
