import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { publicInterestRefusals } from '../../rules/application/consulting.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeConsultationStep } from './take-consultation-step.ts';

export interface TellThirdPartyInput {
  readonly consultation: string;
  readonly toldOn: CivilDate;
  /** What is disclosed, and why. */
  readonly note: string;
}

/**
 * Notes that a third party that refused was told in writing that the public interest (公共利益) prevails.
 *
 * @throws Refused when not permitted, when there is no such consultation, or when rules refuse
 * @see rule R6
 */
export function tellThirdParty(
  { consultation, toldOn: on, note }: TellThirdPartyInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeConsultationStep(consultation, context, (standing, found) => {
    refuseIfAny(publicInterestRefusals(on, note, standing, found));
    return { facts: [{ kind: 'PUBLIC_INTEREST_TOLD', on, consultation }], note };
  });
}
