import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { ConsultationStanding } from '../../rules/application/standing.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { handlerRefusals } from './permitted-handler.ts';
import { takeStep, type Found, type Step } from './take-step.ts';

/**
 * Takes a step with one consultation of an application.
 *
 * @throws Refused when not permitted, when there is no such consultation, or when `decide` refuses
 */
export async function takeConsultationStep(
  consultation: string,
  context: DocumentsContext,
  decide: (consultation: ConsultationStanding, found: Found) => Step,
): Promise<DisclosureApplication> {
  refuseIfAny(handlerRefusals(context.scope.viewer, null));
  const known = await context.db.consultation.findUnique({ where: { id: consultation } });
  const missing = () => new Refused([{ code: 'NOT_FOUND', path: ['consultation'], expected: 'Consultation' }]);
  if (known === null) throw missing();
  return takeStep(known.applicationId, context, (found) => {
    const standing = found.standing.consultations.find(({ id }) => id === consultation);
    if (standing === undefined) throw missing();
    return decide(standing, found);
  });
}
