import { randomUUID } from 'node:crypto';
import type { Record } from '../../../kit/transact.ts';
import { deadlineAlarmTold } from '../../events.ts';
import { alarmStages, reachedStages, type AlarmStage } from '../../rules/alarms/alarm-stages.ts';
import { insertAlarms, writeNextStages, type NewAlarm, type ResponseClock } from '../../store/clocks/clock-rows.ts';
import type { Transaction } from '../../store/database.ts';

/** In which transaction and at what time clocks are looked at. */
export interface Looking {
  readonly tx: Transaction;
  readonly record: Record;
  readonly now: Date;
  /** How long before a due instant alarms are told, in milliseconds. */
  readonly alarmDistances: readonly number[];
}

/**
 * Tells of every stage that locked clocks have reached by now: each is kept and logged once, whoever comes first. Every
 * command that stops or moves a clock calls this before, so that a stage which was reached is told of although the timer
 * had not come round yet, and one which was not reached never is.
 *
 * @param clocks - locked by this transaction
 * @returns the same clocks, as they stand now
 */
export async function tellReached(clocks: readonly ResponseClock[], looking: Looking): Promise<ResponseClock[]> {
  const { tx, record, now, alarmDistances } = looking;
  const moved: ResponseClock[] = [];
  const alarms: { readonly alarm: NewAlarm; readonly clock: ResponseClock }[] = [];
  const standing = clocks.map((clock) => {
    const { reached, next } = reachedStages(alarmStages(clock, alarmDistances), nextOf(clock), now);
    if (reached.length === 0) return clock;
    for (const stage of reached) alarms.push({ alarm: alarmOf(clock, stage, now), clock });
    const after = { ...clock, nextStage: next?.name ?? null, nextAlarmAt: next?.at ?? null };
    moved.push(after);
    return after;
  });
  const told = await insertAlarms(
    tx,
    alarms.map(({ alarm }) => alarm),
  );
  await writeNextStages(tx, moved);
  const news = alarms.filter(({ alarm }) => told.has(alarm.id));
  news.sort((one, other) => one.alarm.reachedAt.getTime() - other.alarm.reachedAt.getTime());
  record(...news.map(({ alarm, clock }) => deadlineAlarmTold(alarm, clock)));
  return standing;
}

function nextOf({ nextStage, nextAlarmAt }: ResponseClock): AlarmStage | null {
  return nextStage === null || nextAlarmAt === null ? null : { name: nextStage, at: nextAlarmAt };
}

function alarmOf(clock: ResponseClock, stage: AlarmStage, now: Date): NewAlarm {
  const { id: clockId, dueAt } = clock;
  return { id: randomUUID(), clockId, dueAt, stage: stage.name, reachedAt: stage.at, firedAt: now };
}
