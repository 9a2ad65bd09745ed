import { Prisma, type DisclosureDuty } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { RunningDeadline, TimeSpan } from '../../../core/working-calendar.ts';
import type { Transaction } from './database.ts';

/**
 * Items `i` of catalogues `c`, in force on a day or later, that still wait for their first disclosure. What was taken over
 * from another hub is counted there.
 */
function waitingOn(on: CivilDate): Prisma.Sql {
  return Prisma.sql`c.held_from IS NULL AND c.status IN ('APPROVED', 'SUPERSEDED') AND (c.effective_until IS NULL OR c.effective_until > ${on}::date)
    AND i.first_due_from IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM catalogue.disclosed_period p WHERE p.matter_id = i.matter_id)`;
}

/**
 * Every running time limit once, however many deadlines it gives: of first disclosures under catalogues in force
 * or to come, and of duties that are not met.
 */
export function openSpans(tx: Transaction, on: CivilDate): Promise<TimeSpan[]> {
  return tx.$queryRaw<TimeSpan[]>`
    SELECT i.first_due_from::text AS "from", i.first_due_days AS days, i.first_due_unit::text AS unit
      FROM catalogue.catalogue_item i JOIN catalogue.catalogue c ON c.id = i.catalogue_id
     WHERE ${waitingOn(on)}
    UNION
    SELECT arisen_on::text, days, unit::text FROM catalogue.disclosure_duty WHERE discharged_at IS NULL AND held_from IS NULL`;
}

/**
 * Moves the last days of first disclosures that end otherwise than they stand.
 *
 * @returns the ids of the catalogues with a changed item, each once
 */
export async function moveFirstDues(
  tx: Transaction,
  ends: readonly RunningDeadline[],
  on: CivilDate,
): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    WITH moved AS (
      UPDATE catalogue.catalogue_item i SET first_due_on = e."on", is_first_due_provisional = e.provisional
        FROM ${recordsOf(ends)}, catalogue.catalogue c
       WHERE c.id = i.catalogue_id AND ${waitingOn(on)}
         AND (i.first_due_from, i.first_due_days, i.first_due_unit::text) = (e."from", e.days, e.unit)
         AND (i.first_due_on, i.is_first_due_provisional) IS DISTINCT FROM (e."on", e.provisional)
      RETURNING i.catalogue_id
    )
    SELECT DISTINCT catalogue_id AS id FROM moved ORDER BY 1`;
  return moved.map(({ id }) => id);
}

/** Moves the last days of duties that end otherwise than they stand; the duties as they stand now. */
export async function moveDuties(tx: Transaction, ends: readonly RunningDeadline[]): Promise<DisclosureDuty[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE catalogue.disclosure_duty d SET due_on = e."on", is_provisional = e.provisional
      FROM ${recordsOf(ends)}
     WHERE d.discharged_at IS NULL AND d.held_from IS NULL AND (d.arisen_on, d.days, d.unit::text) = (e."from", e.days, e.unit)
       AND (d.due_on, d.is_provisional) IS DISTINCT FROM (e."on", e.provisional)
    RETURNING d.id`;
  if (moved.length === 0) return [];
  const ids = moved.map(({ id }) => id);
  return tx.$queryRaw<DisclosureDuty[]>`
    SELECT id, matter_id AS "matterId", item_id AS "itemId", region_code AS "regionCode", applies_to AS "appliesTo",
           title, arisen_on AS "arisenOn", days, unit, due_on AS "dueOn", is_provisional AS "isProvisional",
           discharged_at AS "dischargedAt", discharged_by_id AS "dischargedById", recorded_by AS "recordedBy",
           recorded_at AS "recordedAt", is_sample AS "isSample"
      FROM catalogue.disclosure_duty WHERE id = ANY (${ids}::text[]) ORDER BY region_code, id`;
}

/** The ends as a table `e`. */
function recordsOf(ends: readonly RunningDeadline[]): Prisma.Sql {
  return Prisma.sql`json_to_recordset(${JSON.stringify(ends)}::json)
    AS e ("from" date, days int, unit text, "on" date, provisional boolean)`;
}
