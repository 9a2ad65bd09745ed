import type { CatalogueItem, DisclosureDuty } from '../../../prisma/generated/catalogue/client/client.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import { deadlineOf, type RunningDeadline, type TimeSpan } from '../../../core/working-calendar.ts';
import { calendarOf } from '../../kit/working-calendar.ts';
import { askedSpan } from '../rules/asked-deadline.ts';
import type { CatalogueContext } from './database.ts';

/**
 * A deadline that someone asks for, counted by the calendar as it stands now.
 *
 * @throws Fault BAD_USER_INPUT for a time limit out of bounds
 */
export async function askedDeadline(context: CatalogueContext, asked: TimeSpan): Promise<RunningDeadline> {
  const span = askedSpan(asked);
  return { ...span, ...deadlineOf(span, await calendarOf(context)) };
}

/** The deadline of an item's first disclosure as it stands; null while its catalogue has not taken effect. */
export function firstDueOf(item: CatalogueItem): RunningDeadline | null {
  const { firstDueFrom, firstDueDays: days, firstDueUnit: unit, firstDueOn, isFirstDueProvisional } = item;
  if (firstDueFrom === null || days === null || unit === null || firstDueOn === null) return null;
  return {
    from: fromUtcMidnight(firstDueFrom),
    days,
    unit,
    on: fromUtcMidnight(firstDueOn),
    provisional: isFirstDueProvisional,
  };
}

/** The deadline of a duty as it stands. */
export function dutyDeadline({ arisenOn, days, unit, dueOn, isProvisional }: DisclosureDuty): RunningDeadline {
  return { from: fromUtcMidnight(arisenOn), days, unit, on: fromUtcMidnight(dueOn), provisional: isProvisional };
}
