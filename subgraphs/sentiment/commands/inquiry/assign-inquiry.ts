import { assignmentKind, assignmentRefusals } from '../../rules/inquiry/assignment.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { freeText } from '../../rules/inquiry/texts.ts';
import { PETITION_OBJECTION, startedLimit } from '../../rules/inquiry/time-limits.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import type { MatterClocks } from '../alarms/matter-clocks.ts';
import { unknownInstitution } from '../opinion/known-institution.ts';
import { HANDLING, OFFICE, takeInquiryStep, type FoundInquiry } from './take-inquiry-step.ts';

export interface AssignInquiryInput {
  readonly office: string;
  readonly note?: string | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Gives an inquiry to an office: the first takes it in hand (领办), to each later one it is passed on (转办), and the clocks
 * that run go with it. An office that a petition is passed on to before it is accepted may object for five working days.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rules P7, P10
 */
export async function assignInquiry(
  { id, input }: { readonly id: string; readonly input: AssignInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { office, note = null, evidence } = input;
  const refusals = [...freeText('note', note), ...(await unknownInstitution(context.db, OFFICE, office))];
  return takeInquiryStep({ id, step: 'assign', roles: HANDLING, refusals, evidence }, context, (found) => {
    const { inquiry, standing } = found;
    const kind = assignmentKind(standing);
    return {
      refusals: assignmentRefusals(office, inquiry.officeId, standing, context.handling.mostForwardings),
      change: () => ({
        step: { kind, officeId: office, note },
        columns: { officeId: office, stage: 'IN_HAND' },
        clocks: async (clocks) => {
          await clocks.drop(clocks.running('PETITION_OBJECTION'));
          await clocks.handOver(office);
          if (kind === 'FORWARDED') await letObject(clocks, found, office);
        },
      }),
    };
  });
}

async function letObject(clocks: MatterClocks, found: FoundInquiry, officeId: string): Promise<void> {
  const { inquiry, standing, now, calendar } = found;
  if (inquiry.kind !== 'PETITION' || standing.acceptedAt !== null) return;
  const { regionCode } = inquiry;
  await clocks.start([startedLimit(PETITION_OBJECTION, now, calendar)], { regionCode, officeId });
}
