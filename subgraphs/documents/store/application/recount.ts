import { fromUtcMidnight } from '../../../../core/civil-date.ts';
import type { Transaction } from '../database.ts';
import { calendarForDeadlines } from './calendar.ts';
import { factOf, summaryColumns } from './locked-application.ts';

const BATCH = 200;

/**
 * Counts the last days for answers anew by the working calendar as it stands in the transaction, and writes those that
 * moved or are provisional no longer; of answered applications too, until they are archived. Again, it changes nothing.
 */
export async function recountApplications(tx: Transaction): Promise<void> {
  const calendar = await calendarForDeadlines(tx);
  for (let after = ''; ;) {
    const found = await tx.disclosureApplication.findMany({
      where: { id: { gt: after }, OR: [{ stage: { not: 'ARCHIVED' } }, { isProvisional: true }] },
      include: { events: { orderBy: { sequence: 'asc' } } },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const { id, receivedOn, answerDueOn, isProvisional, isLate, events } of found) {
      const columns = summaryColumns(fromUtcMidnight(receivedOn), events.map(factOf), calendar);
      const isSame =
        columns.answerDueOn?.getTime() === answerDueOn?.getTime() &&
        columns.isProvisional === isProvisional &&
        columns.isLate === isLate;
      if (!isSame) await tx.disclosureApplication.update({ where: { id }, data: columns });
    }
    const last = found.at(-1);
    if (last === undefined || found.length < BATCH) return;
    after = last.id;
  }
}
