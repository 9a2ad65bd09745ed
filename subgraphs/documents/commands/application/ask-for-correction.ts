import { refuseIfAny } from '../../../../core/refusal.ts';
import { correctionRefusals, type AskedCorrection } from '../../rules/application/correction.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

/**
 * Asks the applicant for a correction (补正), once and within 7 working days of receipt. Until it comes in there is no
 * last day for the answer.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R5
 */
export function askForCorrection(
  { id, ...asked }: { readonly id: string } & AskedCorrection,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(correctionRefusals(asked, found));
    const { askedOn: on, correctBy, what: note } = asked;
    return { facts: [{ kind: 'CORRECTION_ASKED', on, correctBy }], note };
  });
}
