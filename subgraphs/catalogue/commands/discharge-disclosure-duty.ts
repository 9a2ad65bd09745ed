import { fromUtcMidnight, startOfDay } from '../../../core/civil-date.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureDutyChanged } from '../events/disclosure-duty.ts';
import type { CatalogueContext, DisclosureDuty, Transaction } from '../store/database.ts';
import { AUTHORS } from './authors.ts';
import { permittedDuty } from './permitted-duty.ts';

export interface DischargeDisclosureDutyInput {
  readonly id: string;
  /** What met it: a disclosure that stands under the same item. */
  readonly disclosure: string;
}

/**
 * Names the disclosure by which a duty was met; it is met when that came out, or came to stand under the item.
 *
 * @throws Refused when not permitted, when the duty is met already, or when the disclosure does not stand under the item or
 *   came out before
 * @see rules C7, C8
 */
export async function dischargeDisclosureDuty(
  { id, disclosure }: DischargeDisclosureDutyInput,
  context: CatalogueContext,
): Promise<DisclosureDuty> {
  const now = context.clock.now();
  return transact<Transaction, DisclosureDuty>(context, async (tx, record) => {
    const duty = await permittedDuty(tx, context.scope.viewer, { id, roles: AUTHORS });
    if (duty.dischargedAt !== null) {
      const got = duty.dischargedAt.toISOString();
      throw new Refused([
        { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'dischargedAt: null', got, rules: ['C8'] },
      ]);
    }
    const period = await tx.disclosedPeriod.findFirst({
      where: { matterId: duty.matterId, disclosureId: disclosure, until: null },
    });
    const earliest = startOfDay(fromUtcMidnight(duty.arisenOn));
    if (period === null || period.since < earliest) throw new Refused([notMeeting(disclosure, earliest, period)]);
    const data = { dischargedAt: period.since, dischargedById: disclosure };
    const met = await tx.disclosureDuty.update({ where: { id }, data });
    record(disclosureDutyChanged('REVISED', met, now));
    return met;
  });
}

function notMeeting(disclosure: string, earliest: Date, period: { since: Date } | null): Refusal {
  if (period === null) {
    return { code: 'NOT_FOUND', path: ['disclosure'], expected: 'Disclosure', got: disclosure.slice(0, 100) };
  }
  const [expected, got] = [earliest.toISOString(), period.since.toISOString()];
  return { code: 'DAY_IN_PAST', path: ['disclosure'], expected, got, rules: ['C8'] };
}
