import { civilDateOf } from '../../../../core/civil-date.ts';
import type { TracedDay } from '../../../../core/working-calendar.ts';
import { traceOf } from '../../../kit/working-calendar.ts';
import type { SentimentContext } from '../database.ts';
import type { ResponseClock } from './clock-rows.ts';

/**
 * Each day that a clock counts or passes over. Empty for one in hours, and for one that stopped before the calendar was
 * changed: it ended by days that are no longer known.
 */
export async function traceOfClock(
  context: SentimentContext,
  { startedAt, days, unit, dueAt }: ResponseClock,
): Promise<readonly TracedDay[]> {
  if (days === null || unit === null) return [];
  const trace = await traceOf(context, { from: civilDateOf(startedAt), days, unit });
  return trace.at(-1)?.on === civilDateOf(dueAt) ? trace : [];
}
