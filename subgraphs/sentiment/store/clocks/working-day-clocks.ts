import type { Transaction } from '../database.ts';
import type { ResponseClock } from './clock-rows.ts';

/** A stretch of clocks, and where the next one begins; null when this was the last. */
export interface ClockStretch {
  readonly clocks: readonly ResponseClock[];
  readonly next: string | null;
}

/**
 * Locks clocks that run in working days and are neither met nor dropped, a stretch of them in the order of their ids.
 *
 * @param after - the id that they come after; empty for the first stretch
 */
export async function lockWorkingDayClocks(tx: Transaction, after: string, most: number): Promise<ClockStretch> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sentiment.response_clock
     WHERE unit = 'WORKING_DAY' AND met_at IS NULL AND dropped_at IS NULL AND held_from IS NULL AND id > ${after}
     ORDER BY id LIMIT ${most} FOR UPDATE`;
  const ids = locked.map(({ id }) => id);
  const clocks = ids.length === 0 ? [] : await tx.responseClock.findMany({ where: { id: { in: ids } } });
  return { clocks, next: ids.length < most ? null : (ids.at(-1) ?? null) };
}

/** Where a clock ends after a recount, and which stage of it comes next. */
export type RecountedClock = Pick<ResponseClock, 'id' | 'dueAt' | 'isProvisional' | 'nextStage' | 'nextAlarmAt'>;

/** Writes the ends of clocks that were counted anew. */
export async function writeRecounted(tx: Transaction, clocks: readonly RecountedClock[]): Promise<void> {
  if (clocks.length === 0) return;
  const rows = clocks.map(({ id, dueAt, isProvisional, nextStage, nextAlarmAt }) => ({
    ...{ id, due: dueAt, provisional: isProvisional, stage: nextStage, at: nextAlarmAt },
  }));
  await tx.$executeRaw`
    UPDATE sentiment.response_clock c
       SET due_at = n.due, is_provisional = n.provisional, next_stage = n.stage, next_alarm_at = n.at
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS n (id text, due timestamptz, provisional boolean, stage text, at timestamptz)
     WHERE c.id = n.id`;
}
