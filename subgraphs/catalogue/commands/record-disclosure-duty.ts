import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { deadlineOf, type WorkingCalendar } from '../../../core/working-calendar.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureDutyChanged } from '../events/disclosure-duty.ts';
import { arisenRefusals, titleRefusals } from '../rules/disclosure-input.ts';
import { limitFor } from '../rules/first-due.ts';
import type { TimeLimitScope } from '../rules/item-columns.ts';
import { calendarForDeadlines } from '../store/calendar-years.ts';
import type { CatalogueContext, DisclosureDuty, Transaction } from '../store/database.ts';
import { firstDisclosedSince } from '../store/duties.ts';
import { itemsInForce, type PlacedItem } from '../store/published-items.ts';
import { AUTHORS } from './authors.ts';

export interface RecordDisclosureDutyInput {
  readonly item: string;
  readonly appliesTo: TimeLimitScope;
  /** What came about, public; at most 300 characters. */
  readonly title: string;
  readonly arisenOn: CivilDate;
}

/**
 * Records that something came about or changed under an item, and so must be disclosed within the item's time limit for
 * it. What the public is told in general is met by whatever is disclosed under the item from that day on; a single result
 * only by what is named for it.
 *
 * @throws Refused when not permitted, for an item that is not in force, or for a day that is yet to come
 * @see rules C7, C8
 */
export async function recordDisclosureDuty(
  { item: itemId, appliesTo, title, arisenOn }: RecordDisclosureDutyInput,
  context: CatalogueContext,
): Promise<DisclosureDuty> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  refuseIfAny(permissionRefusals(viewer, AUTHORS, null));
  return transact<Transaction, DisclosureDuty>(context, async (tx, record) => {
    const calendar = await calendarForDeadlines(tx);
    const today = civilDateOf(now);
    const [item] = await itemsInForce(tx, [itemId], today);
    refuseIfAny([
      ...permissionRefusals(viewer, AUTHORS, item?.regionCode ?? null),
      ...titleRefusals(title, ['input', 'title']),
      ...arisenRefusals(arisenOn, { from: item?.owedFrom ?? null, today }, ['input', 'arisenOn']),
    ]);
    if (item === undefined) throw notInForce(itemId);
    const met = appliesTo === 'INFORMATION' ? await firstDisclosedSince(tx, item.matterId, arisenOn) : null;
    const duty = await tx.disclosureDuty.create({
      data: {
        ...{ id: randomUUID(), matterId: item.matterId, itemId, regionCode: item.regionCode, appliesTo },
        ...{
          title: title.trim(),
          arisenOn: toUtcMidnight(arisenOn),
          ...dueOf(item, { appliesTo, arisenOn }, calendar),
        },
        ...{ dischargedAt: met?.since ?? null, dischargedById: met?.disclosureId ?? null },
        ...{ recordedBy: viewer?.subject ?? '', recordedAt: now },
      },
    });
    record(disclosureDutyChanged('PUBLISHED', duty, now));
    return duty;
  });
}

function dueOf(
  { timeLimits }: PlacedItem,
  { appliesTo, arisenOn }: Pick<RecordDisclosureDutyInput, 'appliesTo' | 'arisenOn'>,
  calendar: WorkingCalendar,
) {
  const { days, unit } = limitFor(appliesTo, timeLimits);
  const { on, provisional } = deadlineOf({ from: arisenOn, days, unit }, calendar);
  return { days, unit, dueOn: toUtcMidnight(on), isProvisional: provisional };
}

function notInForce(itemId: string): Refused {
  const path = ['input', 'item'];
  return new Refused([{ code: 'ITEM_NOT_IN_FORCE', path, got: itemId.slice(0, 100), rules: ['C2'] }]);
}
