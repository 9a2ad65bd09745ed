import type { CivilDate } from '../../../core/civil-date.ts';
import { deadlineOf, type WorkingCalendar } from '../../../core/working-calendar.ts';
import { firstLimit } from '../rules/first-due.ts';
import type { Transaction } from './database.ts';

/**
 * Sets for each item of an edition by when its first disclosure is due: its time limit after the day on which the edition
 * takes effect, or the earlier day by which the same matter was due under an edition before.
 */
export async function setFirstDues(
  tx: Transaction,
  catalogueId: string,
  effectiveOn: CivilDate,
  calendar: WorkingCalendar,
): Promise<void> {
  const where = { catalogueId, isInForce: true };
  const items = await tx.catalogueItem.findMany({ where, include: { timeLimits: true } });
  const dues = items.map(({ id, timeLimits }) => {
    const { days, unit } = firstLimit(timeLimits);
    const { on, provisional } = deadlineOf({ from: effectiveOn, days, unit }, calendar);
    return { id, days, unit, on, provisional };
  });
  await tx.$executeRaw`
    UPDATE catalogue.catalogue_item i
       SET first_due_from = ${effectiveOn}::date, first_due_days = d.days, first_due_unit = d.unit::catalogue.time_unit,
           first_due_on = d."on", is_first_due_provisional = d.provisional
      FROM json_to_recordset(${JSON.stringify(dues)}::json)
        AS d (id text, days int, unit text, "on" date, provisional boolean)
     WHERE i.id = d.id`;
  await keepEarlierDues(tx, catalogueId);
}

async function keepEarlierDues(tx: Transaction, catalogueId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE catalogue.catalogue_item i
       SET first_due_from = was.first_due_from, first_due_days = was.first_due_days, first_due_unit = was.first_due_unit,
           first_due_on = was.first_due_on, is_first_due_provisional = was.is_first_due_provisional
      FROM (
        SELECT DISTINCT ON (matter_id) * FROM catalogue.catalogue_item
         WHERE first_due_on IS NOT NULL AND catalogue_id <> ${catalogueId}
           AND matter_id IN (SELECT matter_id FROM catalogue.catalogue_item WHERE catalogue_id = ${catalogueId})
         ORDER BY matter_id, first_due_on
      ) was
     WHERE i.catalogue_id = ${catalogueId} AND i.is_in_force AND was.matter_id = i.matter_id
       AND was.first_due_on < i.first_due_on`;
}
