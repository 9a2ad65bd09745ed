import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { calendarWithin } from '../../../kit/working-calendar.ts';
import type { Transaction } from '../database.ts';
import type { Inquiry } from './rows.ts';

/** The working calendar inside a transaction that sets clocks; read before any row is locked. */
export function calendarForClocks(tx: Transaction): Promise<WorkingCalendar> {
  return calendarWithin(tx, 'sentiment.followed_calendar_year');
}

/** An inquiry that nobody else changes until the transaction ends; null when there is none. */
export async function lockInquiry(tx: Transaction, id: string): Promise<Inquiry | null> {
  await tx.$queryRaw`SELECT 1 FROM sentiment.inquiry WHERE id = ${id} FOR UPDATE`;
  return tx.inquiry.findUnique({ where: { id } });
}
