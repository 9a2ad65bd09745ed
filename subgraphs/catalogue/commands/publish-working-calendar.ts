import { isSameYear, tidyYear, type CalendarYear } from '../../../core/calendar-year.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { workingCalendarChanged } from '../events/working-calendar.ts';
import { calendarRefusals } from '../rules/calendar-input.ts';
import { calendarYear, lockCalendar, putCalendarYears } from '../store/calendar-years.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { recountDeadlines } from './recount-deadlines.ts';

/**
 * Adds a year of the working calendar, or corrects one: all its days take the place of those that it had. In the same
 * transaction every open deadline of the catalogue is counted anew. A year that says what is there already changes
 * nothing.
 *
 * @throws Refused when not permitted for the hub's own region, or for a year that rules refuse
 */
export async function publishWorkingCalendar(input: CalendarYear, context: CatalogueContext): Promise<CalendarYear> {
  refuseIfAny([
    ...permissionRefusals(context.scope.viewer, ['OPERATOR', 'PUBLISHER'], context.log.hub.regionCode),
    ...calendarRefusals(input),
  ]);
  const given = tidyYear(input);
  return transact<Transaction, CalendarYear>(context, async (tx, record) => {
    await lockCalendar(tx);
    const known = await calendarYear(tx, given.year);
    if (known !== null && isSameYear(known, given)) return known;
    const now = context.clock.now();
    await putCalendarYears(tx, [given]);
    record(workingCalendarChanged(known === null ? 'PUBLISHED' : 'REVISED', given, now));
    record(...(await recountDeadlines(tx, now)));
    return given;
  });
}
