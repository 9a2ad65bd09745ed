import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { deliveryRefusals } from '../../rules/application/consulting.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeConsultationStep } from './take-consultation-step.ts';

/**
 * Notes when a question reached the one asked: from then run the 15 working days for the answer.
 *
 * @throws Refused when not permitted, when there is no such consultation, or when rules refuse
 * @see rules R6, R7
 */
export function recordConsultationDelivery(
  { consultation, deliveredOn: on }: { readonly consultation: string; readonly deliveredOn: CivilDate },
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeConsultationStep(consultation, context, (standing, found) => {
    refuseIfAny(deliveryRefusals(on, standing, found));
    return { facts: [{ kind: 'CONSULTATION_DELIVERED', on, consultation }] };
  });
}
