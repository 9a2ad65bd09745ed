import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { correctedRefusals } from '../../rules/application/correction.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

export interface RecordCorrectionInput {
  readonly id: string;
  readonly correctedOn: CivilDate;
  /** What the applicant asks for now. */
  readonly describes?: string | null | undefined;
}

/**
 * Notes that the correction (补正) came in; the time limit counts anew from the day after.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R5
 */
export function recordCorrection(
  { id, correctedOn: on, describes: note = null }: RecordCorrectionInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(correctedRefusals(on, note, found));
    return { facts: [{ kind: 'CORRECTED', on }], note };
  });
}
