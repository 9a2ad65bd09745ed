import { addDays, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { chargedQuantity, feeRefusals } from '../../rules/application/charging.ts';
import { PAYMENT_DAYS } from '../../rules/application/clock.ts';
import { processingFee, type FeeBasis } from '../../rules/application/processing-fee.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import { itemsBefore } from '../../store/application/same-applicant.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

export interface NotifyFeeInput {
  readonly id: string;
  readonly basis: FeeBasis;
  readonly pages?: number | null | undefined;
  readonly notifiedOn: CivilDate;
}

/**
 * Sends the notice of an information processing fee (信息处理费), once, by items or by pages and never by both. The
 * applicant has 30 days to pay; the time limit of the answer stands still meanwhile.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rules R11–R15
 */
export function notifyFee(
  { id, basis, pages = null, notifiedOn: on }: NotifyFeeInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, async (found) => {
    const { items, deliveryForm } = found.application;
    const application = { items, deliveryForm, itemsBefore: await itemsBefore(found.tx, found.application) };
    refuseIfAny(feeRefusals({ basis, pages, notifiedOn: on }, application, found));
    const { quantity, before } = chargedQuantity({ basis, pages }, application);
    const payBy = addDays(on, PAYMENT_DAYS);
    const { amountYuan } = processingFee(basis, quantity, before);
    const days = { notifiedOn: toUtcMidnight(on), payBy: toUtcMidnight(payBy) };
    await found.tx.feeNotice.create({ data: { applicationId: id, basis, quantity, amountYuan, ...days } });
    return { facts: [{ kind: 'FEE_NOTIFIED', on, payBy }] };
  });
}
