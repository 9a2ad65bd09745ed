import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { paymentRefusals } from '../../rules/application/charging.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

/**
 * Notes that the fee was paid; the time limit of the answer runs on from the day after.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R15
 */
export function recordFeePaid(
  { id, paidOn: on }: { readonly id: string; readonly paidOn: CivilDate },
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, async (found) => {
    refuseIfAny(paymentRefusals(on, found));
    await found.tx.feeNotice.update({ where: { applicationId: id }, data: { paidOn: toUtcMidnight(on) } });
    return { facts: [{ kind: 'FEE_PAID', on }] };
  });
}
