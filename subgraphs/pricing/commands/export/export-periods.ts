import { fromUtcMidnight } from '../../../../core/civil-date.ts';
import type { Database, PriceList, PricingContext } from '../../store/database.ts';
import { listInItsPlace, periodsPage, type PeriodsPage } from '../../store/export/exported-periods.ts';

/**
 * The file of the periods that a list begins or ends, a piece at a time; null when there is no such list. No transaction is
 * held open: a list that is published meanwhile for a later day may be seen in part, but its own file tells all that it
 * ends. One for the same day takes rows away, so the last line tells of it.
 */
export async function exportPeriods({ db }: PricingContext, id: string): Promise<AsyncGenerator<string> | null> {
  const list = await db.priceList.findUnique({ where: { id } });
  return list === null ? null : written(db, list);
}

async function* written(db: Database, list: PriceList): AsyncGenerator<string> {
  const { id, institutionId: institution, kind, currency, effectiveOn, rows, rowsDigest } = list;
  const head = { id, institution, kind, currency, effectiveOn: fromUtcMidnight(effectiveOn), rows, rowsDigest };
  yield `${JSON.stringify({ list: head })}\n`;
  let count = 0;
  for await (const page of pagesAhead(db, list)) {
    count += page.count;
    yield page.text;
  }
  // Whatever was published before the last periods were read is seen now.
  yield `${JSON.stringify({ end: { count, replacedBy: await listInItsPlace(db, list) } })}\n`;
}

/** The pages of a list, each read while the one before is on its way. */
async function* pagesAhead(db: Database, list: PriceList): AsyncGenerator<PeriodsPage> {
  const read = (behind: string): Promise<PeriodsPage | null> => {
    const page = periodsPage(db, list, behind);
    // Whoever waits for it next is told; nobody may be waiting any more.
    page.catch(() => undefined);
    return page;
  };
  for (let page = await read(''); page !== null;) {
    const next = read(page.last);
    yield page;
    page = await next;
  }
}
