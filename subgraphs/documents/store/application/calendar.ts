import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { calendarWithin } from '../../../kit/working-calendar.ts';
import type { Transaction } from '../database.ts';

/** The working calendar inside a transaction that writes deadlines; read before any row is locked. */
export function calendarForDeadlines(tx: Transaction): Promise<WorkingCalendar> {
  return calendarWithin(tx, 'documents.followed_calendar_year');
}
