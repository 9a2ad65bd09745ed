import type { Transaction } from '../database.ts';
import type { DisclosureApplication } from './rows.ts';

/**
 * How many items the same applicant asked the same office for earlier in the calendar month of an application, by the
 * order of registration.
 */
export async function itemsBefore(tx: Transaction, application: DisclosureApplication): Promise<number> {
  const { officeId, year, sequence, receivedOn, applicantKey } = application;
  if (applicantKey === null) return 0;
  const [from, until] = [0, 1].map(
    (months) => new Date(Date.UTC(receivedOn.getUTCFullYear(), receivedOn.getUTCMonth() + months, 1)),
  ) as [Date, Date];
  const { _sum } = await tx.disclosureApplication.aggregate({
    where: { officeId, applicantKey, year, sequence: { lt: sequence }, receivedOn: { gte: from, lt: until } },
    _sum: { items: true },
  });
  return _sum.items ?? 0;
}

/**
 * Whether an id names an earlier application of the same applicant at the same office that was answered: one received on
 * an earlier day, or registered earlier on the same.
 */
export async function isEarlierOfSame(
  tx: Transaction,
  { officeId, applicantKey, receivedOn, sequence }: DisclosureApplication,
  id: string,
): Promise<boolean> {
  if (applicantKey === null) return false;
  const isEarlier = [{ receivedOn: { lt: receivedOn } }, { receivedOn, sequence: { lt: sequence } }];
  const where = { id, officeId, applicantKey, answeredOn: { not: null }, OR: isEarlier };
  return (await tx.disclosureApplication.count({ where })) > 0;
}
