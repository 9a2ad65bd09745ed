import type { SqlRunner } from '../../../core/sql.ts';
import { heldClockId, heldClocks, type HeldMatter } from '../rules/opinion/held-clocks.ts';
import { insertAlarms, type ToldAlarm } from './deadline-alarms.ts';
import { upsert, type HeldTable } from '../../kit/held-table.ts';

const TABLE: HeldTable = {
  name: 'sentiment.response_clock',
  key: { id: 'text' },
  columns: {
    ...{ event_id: 'text', kind: 'sentiment.clock_kind', round: 'int', started_at: 'timestamptz' },
    ...{ hours: 'int', due_at: 'timestamptz', rules: 'text[]', met_at: 'timestamptz', dropped_at: 'timestamptz' },
    ...{ region_code: 'text', office_id: 'text', held_from: 'text', is_provisional: 'boolean' },
  },
};

/** An event that is held, as far as its clocks go. */
interface HeldEvent extends HeldMatter {
  readonly region: string;
  readonly office: string | null;
  readonly heldFrom: string;
}

/**
 * Sets the clocks of events anew by what is public of them now, and keeps alarms that were told of them. They have no
 * next stage, so that no alarm is ever told of them here. Clocks that this hub ran of an event which another handles by
 * now go.
 *
 * @param ids - the events; those that are not held from another hub are passed over
 * @param alarms - of events among them
 */
export async function setHeldClocks(
  tx: SqlRunner,
  ids: readonly string[],
  alarms: readonly ToldAlarm[],
): Promise<void> {
  if (ids.length === 0) return;
  const events = await heldEvents(tx, ids, alarms);
  const byId = new Map(events.map((event) => [event.id, event]));
  const placed = alarms.map((alarm) => {
    const event = byId.get(alarm.eventId);
    if (event !== undefined) return { ...alarm, clockId: heldClockId(event, alarm) };
    throw new Error(`DEADLINE_ALARM ${alarm.id}: expected its event ${alarm.eventId} to be held, got none.`);
  });
  const rows = events.flatMap(rowsOf);
  await tx.$queryRawUnsafe(
    `delete from sentiment.response_clock where event_id = any($1::text[]) and id not in (select unnest($2::text[])) returning 1`,
    [...byId.keys()],
    rows.map(({ id }) => id),
  );
  await upsert(tx, TABLE, rows);
  await insertAlarms(tx, placed);
}

function rowsOf(event: HeldEvent) {
  const { id: eventId, region, office, heldFrom } = event;
  return heldClocks(event).map(({ id, kind, round, startedAt, hours, dueAt, rules, metAt, droppedAt }) => ({
    ...{ id, event_id: eventId, kind, round, started_at: startedAt, hours, due_at: dueAt, rules, met_at: metAt },
    ...{ dropped_at: droppedAt, region_code: region, office_id: office, held_from: heldFrom, is_provisional: false },
  }));
}

/** A held event as the database tells it: instants are texts. */
type Told<Value> = {
  readonly [Name in keyof Value]: Value[Name] extends Date | null ? string | null : Value[Name];
};

async function heldEvents(
  tx: SqlRunner,
  ids: readonly string[],
  alarms: readonly ToldAlarm[],
): Promise<readonly HeldEvent[]> {
  const rows = await tx.$queryRawUnsafe<{ event: string }[]>(READ, [...ids]);
  return rows.map(({ event }) => {
    const told = JSON.parse(event) as Told<HeldEvent>;
    const { detectedAt, respondedAt, reworkDueAt, statements, alarms: toldBefore } = told;
    return {
      ...told,
      detectedAt: instant(detectedAt),
      respondedAt: respondedAt === null ? null : instant(respondedAt),
      reworkDueAt: reworkDueAt === null ? null : instant(reworkDueAt),
      statements: statements.map((one) => ({ ...one, publishedAt: instant(one.publishedAt) })),
      alarms: [
        ...toldBefore.map((one) => ({ ...one, dueAt: instant(one.dueAt) })),
        ...alarms.filter(({ eventId }) => eventId === told.id),
      ],
    };
  });
}

function instant(text: string | Date | null): Date {
  return new Date(text ?? Number.NaN);
}

const READ = `
  select json_build_object('id', e.id, 'detectedAt', e.detected_at, 'severity', e.severity, 'respondedAt', e.responded_at,
    'reworkDueAt', e.rework_due_at, 'region', e.region_code, 'office', e.responsible_id, 'heldFrom', e.held_from,
    'statements', coalesce((
      select json_agg(json_build_object('kind', r.kind, 'channels', r.channels, 'publishedAt', r.published_at)
                      order by r.published_at, r.id)
        from sentiment.opinion_response r where r.event_id = e.id), '[]'),
    'alarms', coalesce((
      select json_agg(json_build_object('kind', c.kind, 'dueAt', a.due_at) order by a.id)
        from sentiment.response_clock c, lateral (
          select x.id, x.due_at from sentiment.deadline_alarm x where x.clock_id = c.id offset 0) a
       where c.event_id = e.id and c.held_from is not null), '[]'))::text as event
    from sentiment.opinion_event e
   where e.id = any($1::text[]) and e.held_from is not null and e.severity is not null`;
