import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { DEADLINE_KINDS, type DeadlineKind } from '../rules/opinion/response-deadline.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

/** An alarm of an event. */
export interface ToldAlarm {
  readonly id: string;
  readonly eventId: string;
  readonly kind: DeadlineKind;
  readonly dueAt: Date;
  readonly stage: string;
  readonly reachedAt: Date;
  readonly firedAt: Date;
}

/** Reads the alarms of events among entries. Those of inquiries stand in the log alone, for no inquiry of another hub is here. */
export function toldAlarms(entries: readonly HeldEntry[]): readonly ToldAlarm[] {
  return entries.flatMap((entry) => {
    const told = ToldPayload.of(entry);
    const [eventId, inquiryId] = [told.textOrNull('opinionEventId'), told.textOrNull('inquiryId')];
    if ((eventId === null) === (inquiryId === null)) told.refuse('opinionEventId', 'there, or "inquiryId", not both');
    if (eventId === null) return [];
    return [
      {
        ...{ id: entry.subjectId, eventId, kind: told.oneOf('clock', DEADLINE_KINDS), dueAt: told.instant('dueAt') },
        ...{ stage: told.text('stage'), reachedAt: told.instant('reachedAt'), firedAt: entry.occurredAt },
      },
    ];
  });
}

/** Removes alarms by their ids; the ids of their events. */
export async function removeAlarms(tx: SqlRunner, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ event_id: string | null }[]>(
    `delete from sentiment.deadline_alarm a using sentiment.response_clock c
      where a.id = any($1::text[]) and c.id = a.clock_id returning c.event_id`,
    [...ids],
  );
  return rows.flatMap(({ event_id: id }) => id ?? []);
}

/** Keeps alarms of clocks that are here; one that is there already stays, for an alarm never changes. */
export async function insertAlarms(
  tx: SqlRunner,
  alarms: readonly (ToldAlarm & { readonly clockId: string })[],
): Promise<void> {
  if (alarms.length === 0) return;
  await tx.$queryRawUnsafe(
    `insert into sentiment.deadline_alarm (id, clock_id, due_at, stage, reached_at, fired_at)
     select id, "clockId", "dueAt", stage, "reachedAt", "firedAt" from jsonb_to_recordset($1::jsonb)
       as told (id text, "clockId" text, "dueAt" timestamptz, stage text, "reachedAt" timestamptz, "firedAt" timestamptz)
     on conflict do nothing returning 1`,
    JSON.stringify(alarms),
  );
}
