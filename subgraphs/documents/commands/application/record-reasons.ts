import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { givenReasonsRefusals } from '../../rules/application/postponement.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

export interface RecordReasonsInput {
  readonly id: string;
  readonly givenOn: CivilDate;
  readonly isReasonable: boolean;
  /** Until when the answer is put off, as the applicant was told. */
  readonly delayedUntil?: CivilDate | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Notes an applicant's reasons and what the office makes of them: good ones may put the answer off to a day.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R9
 */
export function recordReasons(
  { id, givenOn: on, isReasonable, delayedUntil = null, note = null }: RecordReasonsInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(givenReasonsRefusals({ givenOn: on, isReasonable, delayedUntil, note }, found));
    return { facts: [{ kind: 'REASONS_GIVEN', on, isReasonable, delayedUntil }], note };
  });
}
