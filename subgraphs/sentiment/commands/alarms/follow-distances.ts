import type { Holdings } from '../../../kit/context.ts';
import { alarmStages, stageAfter } from '../../rules/alarms/alarm-stages.ts';
import { lockWaitingClocks, writeNextStages, type ResponseClock } from '../../store/clocks/clock-rows.ts';
import type { Database } from '../../store/database.ts';

/** So many clocks are looked at in one transaction. */
const BATCH = 1_000;

/**
 * Lets every running clock wait for the next stage by the distances that are configured now, which may be others than
 * when it was set. A stage that was reached before is left to be told of, and one that lies behind by now is not made up
 * for.
 */
export async function followDistances(holdings: Holdings<Database>, stopping: AbortSignal): Promise<void> {
  for (let after: string | null = ''; after !== null && !stopping.aborted;)
    after = await followStretch(holdings, after);
}

/** The id of the last clock of the stretch; null when it was the last stretch. */
function followStretch({ db, clock, handling }: Holdings<Database>, after: string): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const now = clock.now();
    const clocks = await lockWaitingClocks(tx, now, { after, most: BATCH });
    await writeNextStages(
      tx,
      clocks.flatMap((one) => waitingFor(one, handling.alarmDistances, now)),
    );
    return clocks.length < BATCH ? null : (clocks.at(-1)?.id ?? null);
  });
}

/** The clock with its next stage, when that is another than the one it waits for. */
function waitingFor(clock: ResponseClock, distances: readonly number[], now: Date): readonly ResponseClock[] {
  const next = stageAfter(alarmStages(clock, distances), now);
  if (next === null || next.name === clock.nextStage) return [];
  return [{ ...clock, nextStage: next.name, nextAlarmAt: next.at }];
}
