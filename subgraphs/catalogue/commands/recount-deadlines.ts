import type { NewEntry } from '../../../core/change.ts';
import { civilDateOf } from '../../../core/civil-date.ts';
import { deadlineOf } from '../../../core/working-calendar.ts';
import { catalogueChanged } from '../events/catalogue.ts';
import { disclosureDutyChanged } from '../events/disclosure-duty.ts';
import { calendarForDeadlines } from '../store/calendar-years.ts';
import { wholeCatalogues } from '../store/catalogues.ts';
import type { Transaction } from '../store/database.ts';
import { moveDuties, moveFirstDues, openSpans } from '../store/open-deadlines.ts';

/**
 * Counts every open deadline anew by the working calendar as it stands in the transaction, and writes those that moved
 * or are provisional no longer. Not only provisional ones: a notice may bring days of the December before its year.
 *
 * @returns one entry of the log for each changed duty and for each catalogue with a changed item; none for the rest
 */
export async function recountDeadlines(tx: Transaction, occurredAt: Date): Promise<NewEntry[]> {
  const calendar = await calendarForDeadlines(tx);
  const today = civilDateOf(occurredAt);
  const ends = (await openSpans(tx, today)).map((span) => ({ ...span, ...deadlineOf(span, calendar) }));
  if (ends.length === 0) return [];
  const catalogues = await wholeCatalogues(tx, await moveFirstDues(tx, ends, today));
  const duties = await moveDuties(tx, ends);
  return [
    ...catalogues.map(({ items, ...catalogue }) => catalogueChanged('REVISED', catalogue, items, occurredAt)),
    ...duties.map((duty) => disclosureDutyChanged('REVISED', duty, occurredAt)),
  ];
}
