import type { Clock } from '../../../../core/clock.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { alarmStages, firstStage } from '../../rules/alarms/alarm-stages.ts';
import { clockEnd } from '../../rules/inquiry/time-limits.ts';
import type { ResponseClock } from '../../store/clocks/clock-rows.ts';
import { lockWorkingDayClocks, writeRecounted, type RecountedClock } from '../../store/clocks/working-day-clocks.ts';
import { calendarForClocks } from '../../store/inquiry/locked-inquiry.ts';
import { tellReached, type Looking } from './tell-reached.ts';

/** So many clocks are counted anew at a time. */
const BATCH = 2_000;

/**
 * Counts every running clock in working days anew by the calendar as it stands in the transaction. What a clock had
 * reached under its old end is told of first; then the end moves, and with it the stages that are to come. Again, it
 * changes nothing.
 *
 * @see rules P8–P11
 */
export async function recountWorkingDays(looking: Omit<Looking, 'now'> & { readonly clock: Clock }): Promise<void> {
  const { tx, clock, alarmDistances } = looking;
  const calendar = await calendarForClocks(tx);
  for (let after: string | null = ''; after !== null;) {
    const { clocks, next } = await lockWorkingDayClocks(tx, after, BATCH);
    const now = clock.now();
    const standing = await tellReached(clocks, { ...looking, now });
    const moved = standing.flatMap((one) => recounted(one, calendar, alarmDistances, now));
    await writeRecounted(tx, moved);
    after = next;
  }
}

/** The clock as the calendar has it, if that is otherwise. */
function recounted(
  clock: ResponseClock,
  calendar: WorkingCalendar,
  distances: readonly number[],
  now: Date,
): RecountedClock[] {
  const { id, kind, startedAt, days, unit, dueAt, nextStage, nextAlarmAt } = clock;
  if (days === null || unit === null) return [];
  const end = clockEnd(startedAt, { days, unit }, calendar);
  if (end.dueAt.getTime() !== dueAt.getTime()) {
    const next = firstStage(alarmStages({ kind, startedAt, dueAt: end.dueAt }, distances), now);
    return [{ id, ...end, nextStage: next?.name ?? null, nextAlarmAt: next?.at ?? null }];
  }
  return end.isProvisional === clock.isProvisional ? [] : [{ id, ...end, nextStage, nextAlarmAt }];
}
