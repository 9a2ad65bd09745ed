import type { NewEntry } from '../../../../core/change.ts';
import { deadlineOf } from '../../../../core/working-calendar.ts';
import { calendarWithin } from '../../../kit/working-calendar.ts';
import { majorDecisionChanged } from '../../events/decision.ts';
import { feedbackSpan } from '../../rules/decision/outcome.ts';
import type { Transaction } from '../../store/database.ts';
import { asPublic } from '../../store/decision/decision-writes.ts';
import { moveFeedbackDues, openDecisionDays } from '../../store/decision/open-feedback.ts';
import { wholeDecisions } from '../../store/decision/whole-decision.ts';

/**
 * Counts the last day of every open answer to the public anew by the working calendar as it stands in the transaction, and
 * writes those that moved or are provisional no longer.
 *
 * @returns one entry of the log for each decision whose day changed
 * @see rule M5
 */
export async function recountFeedbackDues(tx: Transaction, occurredAt: Date): Promise<NewEntry[]> {
  const calendar = await calendarWithin(tx, 'documents.followed_calendar_year');
  const days = await openDecisionDays(tx);
  if (days.length === 0) return [];
  const ends = days.map((from) => ({ from, ...deadlineOf(feedbackSpan(from), calendar) }));
  const moved = await wholeDecisions(tx, { id: { in: await moveFeedbackDues(tx, ends) } });
  const entries: NewEntry[] = [];
  for (const decision of moved) {
    entries.push(majorDecisionChanged('REVISED', await asPublic(tx, decision), occurredAt));
  }
  return entries;
}
