import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { decisionRefusals, type ComplaintOutcome } from '../../rules/application/redress.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import type { Complaint } from '../../store/application/rows.ts';
import { sealedIfAny } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { handlerRefusals } from './permitted-handler.ts';

export interface DecideComplaintInput {
  readonly id: string;
  readonly outcome: ComplaintOutcome;
  readonly decidedOn: CivilDate;
  /** What the one who complained is told. */
  readonly note: string;
}

/**
 * Notes what came of a complaint, once. From then on runs the time after which whatever is personal is purged.
 *
 * @throws Refused when not permitted, when there is no such complaint, or when rules refuse
 * @see rule C20
 */
export async function decideComplaint(
  { id, outcome, decidedOn, note }: DecideComplaintInput,
  { scope, clock, db, sealing, retentionYears }: DocumentsContext,
): Promise<Complaint> {
  const today = civilDateOf(clock.now());
  refuseIfAny(handlerRefusals(scope.viewer, null));
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM documents.complaint WHERE id = ${id} FOR UPDATE`;
    const complaint = await tx.complaint.findUnique({ where: { id } });
    if (complaint === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'Complaint' }]);
    refuseIfAny(handlerRefusals(scope.viewer, complaint));
    const open = { receivedOn: fromUtcMidnight(complaint.receivedOn), outcome: complaint.outcome };
    refuseIfAny(decisionRefusals(open, { decidedOn, note }, today, ['C20']));
    return tx.complaint.update({
      where: { id },
      data: {
        ...{ outcome, decidedOn: toUtcMidnight(decidedOn) },
        note: sealedIfAny(sealing, ['complaint.note', id], note),
        purgeDueOn: toUtcMidnight(purgeDay(today, retentionYears)),
      },
    });
  });
}
