import { Prisma, type ResponseClock } from '../../../../prisma/generated/sentiment/client/client.ts';
import type { Database, Transaction } from '../database.ts';

export type { ClockKind, DayUnit, ResponseClock } from '../../../../prisma/generated/sentiment/client/client.ts';

/** The matter that clocks belong to: an opinion event or an inquiry. */
export type Matter = { readonly eventId: string } | { readonly inquiryId: string };

/** The clocks of a matter, that nobody else changes until the transaction ends; in the order in which they were set. */
export async function lockClocks(tx: Transaction, matter: Matter): Promise<ResponseClock[]> {
  const ids =
    'eventId' in matter
      ? await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM sentiment.response_clock WHERE event_id = ${matter.eventId} ORDER BY id FOR UPDATE`
      : await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM sentiment.response_clock WHERE inquiry_id = ${matter.inquiryId} ORDER BY id FOR UPDATE`;
  return clocksOf(tx, ids);
}

/** What this hub tells alarms of: clocks of its own matters. Those of others' are told of by the hub that they come from. */
const OWN = Prisma.sql`held_from IS NULL`;

/** Clocks with a stage that is reached, and whether there may be more of them. */
export interface ReachedClocks {
  readonly clocks: readonly ResponseClock[];
  readonly isMore: boolean;
}

/**
 * Clocks with a stage that is reached by an instant, the longest waiting first. Those that another process has in hand are
 * passed over, so that any number of processes share the work and none waits.
 *
 * Also passed over are clocks whose matter another transaction has locked: it has read its own "now" behind that lock, and
 * a stage that is reached only after that must not be told of before it has ended.
 */
export async function lockReachedClocks(tx: Transaction, now: Date, most: number): Promise<ReachedClocks> {
  const locked = await tx.$queryRaw<{ id: string; matterId: string }[]>`
    SELECT id, coalesce(event_id, inquiry_id) AS "matterId" FROM sentiment.response_clock
     WHERE next_alarm_at <= ${now} AND ${OWN}
     ORDER BY next_alarm_at LIMIT ${most} FOR UPDATE SKIP LOCKED`;
  if (locked.length === 0) return { clocks: [], isMore: false };
  const held = await heldMatters(tx, [...new Set(locked.map(({ matterId }) => matterId))]);
  const free = locked.filter(({ matterId }) => held.has(matterId));
  return { clocks: await clocksOf(tx, free), isMore: locked.length === most && free.length > 0 };
}

/** Those of some matters that nobody else has locked, and that nobody else can lock now. */
async function heldMatters(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const events = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sentiment.opinion_event WHERE id = ANY(${ids}) FOR KEY SHARE SKIP LOCKED`;
  const inquiries = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sentiment.inquiry WHERE id = ANY(${ids}) FOR KEY SHARE SKIP LOCKED`;
  return new Set([...events, ...inquiries].map(({ id }) => id));
}

/** Clocks that wait for a stage behind an instant, a stretch of them in the order of their ids. */
export async function lockWaitingClocks(
  tx: Transaction,
  now: Date,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<ResponseClock[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sentiment.response_clock WHERE next_alarm_at > ${now} AND id > ${after} AND ${OWN}
     ORDER BY id LIMIT ${most} FOR UPDATE`;
  return inOrderOf(ids, await clocksOf(tx, ids));
}

async function clocksOf(tx: Transaction, locked: readonly { readonly id: string }[]): Promise<ResponseClock[]> {
  if (locked.length === 0) return [];
  return tx.responseClock.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
}

function inOrderOf(ids: readonly { readonly id: string }[], clocks: readonly ResponseClock[]): ResponseClock[] {
  const placed = new Map(clocks.map((clock) => [clock.id, clock]));
  return ids.flatMap(({ id }) => placed.get(id) ?? []);
}

/** The instant at which the next alarm is to be told; null when no clock runs. Reads the end of an index, however many run. */
export async function nextAlarmAt(db: Database): Promise<Date | null> {
  const next = await db.responseClock.findFirst({
    where: { nextAlarmAt: { not: null }, heldFrom: null },
    orderBy: { nextAlarmAt: 'asc' },
    select: { nextAlarmAt: true },
  });
  return next?.nextAlarmAt ?? null;
}

/** An alarm to be kept. */
export interface NewAlarm {
  readonly id: string;
  readonly clockId: string;
  readonly dueAt: Date;
  readonly stage: string;
  readonly reachedAt: Date;
  readonly firedAt: Date;
}

/** Keeps alarms, but for those that were told before; the ids of those that are new. */
export async function insertAlarms(tx: Transaction, alarms: readonly NewAlarm[]): Promise<ReadonlySet<string>> {
  if (alarms.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO sentiment.deadline_alarm (id, clock_id, due_at, stage, reached_at, fired_at)
    SELECT id, "clockId", "dueAt", stage, "reachedAt", "firedAt" FROM json_to_recordset(${JSON.stringify(alarms)}::json)
      AS a (id text, "clockId" text, "dueAt" timestamptz, stage text, "reachedAt" timestamptz, "firedAt" timestamptz)
    ON CONFLICT (clock_id, due_at, stage) DO NOTHING RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

/** Writes which stage comes next for some clocks. */
export async function writeNextStages(
  tx: Transaction,
  clocks: readonly Pick<ResponseClock, 'id' | 'nextStage' | 'nextAlarmAt'>[],
): Promise<void> {
  if (clocks.length === 0) return;
  const rows = clocks.map(({ id, nextStage, nextAlarmAt: at }) => ({ id, stage: nextStage, at }));
  await tx.$executeRaw`
    UPDATE sentiment.response_clock c SET next_stage = n.stage, next_alarm_at = n.at
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n (id text, stage text, at timestamptz) WHERE c.id = n.id`;
}
