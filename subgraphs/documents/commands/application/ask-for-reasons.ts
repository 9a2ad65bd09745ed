import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { askingReasonsRefusals } from '../../rules/application/postponement.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

export interface AskForReasonsInput {
  readonly id: string;
  readonly askedOn: CivilDate;
  readonly note?: string | null | undefined;
}

/**
 * Asks an applicant who applies far too often for reasons (说明理由). The time limit runs on meanwhile.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R9
 */
export function askForReasons(
  { id, askedOn: on, note = null }: AskForReasonsInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(askingReasonsRefusals(on, note, found));
    return { facts: [{ kind: 'REASONS_ASKED', on }], note };
  });
}
