import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { decisionRefusals, type InformationCorrectionOutcome } from '../../rules/application/redress.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import type { InformationCorrection } from '../../store/application/rows.ts';
import { sealedIfAny } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { handlerRefusals } from './permitted-handler.ts';

export interface DecideInformationCorrectionInput {
  readonly id: string;
  readonly outcome: InformationCorrectionOutcome;
  readonly decidedOn: CivilDate;
  /** What the one who asked is told: what was corrected, why it was not, or to whom it was passed on. */
  readonly note: string;
}

/**
 * Notes what came of a request to correct, once: corrected, not, or passed on to whom it concerns, and the one who asked
 * told so.
 *
 * @throws Refused when not permitted, when there is no such request, or when rules refuse
 * @see rule R18
 */
export async function decideInformationCorrection(
  { id, outcome, decidedOn, note }: DecideInformationCorrectionInput,
  { scope, clock, db, sealing, retentionYears }: DocumentsContext,
): Promise<InformationCorrection> {
  const today = civilDateOf(clock.now());
  refuseIfAny(handlerRefusals(scope.viewer, null));
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM documents.information_correction WHERE id = ${id} FOR UPDATE`;
    const asked = await tx.informationCorrection.findUnique({ where: { id } });
    if (asked === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'InformationCorrection' }]);
    refuseIfAny(handlerRefusals(scope.viewer, asked));
    const open = { receivedOn: fromUtcMidnight(asked.receivedOn), outcome: asked.outcome };
    refuseIfAny(decisionRefusals(open, { decidedOn, note }, today, ['R18']));
    return tx.informationCorrection.update({
      where: { id },
      data: {
        ...{ outcome, decidedOn: toUtcMidnight(decidedOn) },
        note: sealedIfAny(sealing, ['correction.note', id], note),
        purgeDueOn: toUtcMidnight(purgeDay(today, retentionYears)),
      },
    });
  });
}
