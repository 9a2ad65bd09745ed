import { randomUUID } from 'node:crypto';
import type { CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { consultingRefusals } from '../../rules/application/consulting.ts';
import type { ApplicationFact, ConsultationKind } from '../../rules/application/facts.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import { sealed } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

export interface ConsultInput {
  readonly id: string;
  /** Who is asked. */
  readonly party: string;
  readonly sentOn: CivilDate;
  readonly deliveredOn?: CivilDate | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Asks someone's opinion in writing; the time limit of the answer stands still meanwhile.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rules R6, R7, R8
 */
export function consult(
  kind: ConsultationKind,
  { id, party, sentOn, deliveredOn = null, note = null }: ConsultInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, async (found) => {
    refuseIfAny(consultingRefusals({ kind, party, sentOn, deliveredOn, note }, found));
    const consultation = randomUUID();
    await found.tx.consultation.create({
      data: {
        ...{ id: consultation, applicationId: id, kind },
        party: sealed(context.sealing, ['consultation.party', consultation], party),
      },
    });
    const facts: ApplicationFact[] = [{ kind: 'CONSULTED', on: sentOn, consultation, party: kind }];
    if (deliveredOn !== null) facts.push({ kind: 'CONSULTATION_DELIVERED', on: deliveredOn, consultation });
    return { facts, note };
  });
}
