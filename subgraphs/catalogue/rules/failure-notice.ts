import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { ItemStatus } from './item-status.ts';
import { rectifyByRefusals } from './look-back.ts';
import { requiredText } from './supervised-text.ts';

const LONGEST = { body: 5_000, note: 1_000 } as const;
const MOST_ITEMS = 300;

/** An item's status that is a failure to disclose. */
export const FAILURE_STATUSES = ['MISSING', 'OVERDUE'] as const;
export type FailureStatus = (typeof FAILURE_STATUSES)[number];

/** Whether an item that stands so was not disclosed as it must be. */
export function isFailure(status: ItemStatus): status is FailureStatus {
  return status === 'MISSING' || status === 'OVERDUE';
}

/** A notice as the superior writes it, as far as rules look at it. */
export interface NoticeInput {
  readonly items: readonly string[];
  readonly body: string;
  readonly rectifyBy: CivilDate;
}

/**
 * Every reason why a notice is not given. Only what the region's catalogue in force asks for, and what is missing or
 * overdue on that very day, is named.
 *
 * @param statuses - where each item stands on the day; null for one that the region's catalogue in force does not count
 * @see rule C19
 */
export function noticeRefusals(
  { items, body, rectifyBy }: NoticeInput,
  statuses: readonly (ItemStatus | null)[],
  today: CivilDate,
): Refusal[] {
  const refusals = [...requiredText(['input', 'body'], body, LONGEST.body), ...rectifyByRefusals(rectifyBy, today)];
  if (items.length === 0) refusals.push({ code: 'VALUE_MISSING', path: ['input', 'items'], expected: 'CatalogueItem' });
  if (items.length > MOST_ITEMS) {
    const [expected, got] = [String(MOST_ITEMS), String(items.length)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['input', 'items'], expected, got });
  }
  items.forEach((id, index) => {
    const path = ['input', 'items', String(index)];
    const status = statuses[index] ?? null;
    if (items.indexOf(id) < index) refusals.push({ code: 'VALUE_REPEATED', path, got: id.slice(0, 100) });
    if (status === null) refusals.push({ code: 'ITEM_NOT_IN_FORCE', path, got: id.slice(0, 100), rules: ['C19'] });
    else if (!isFailure(status)) {
      const expected = FAILURE_STATUSES.join(' | ');
      refusals.push({ code: 'ITEM_NOT_FAILING', path, expected, got: status, rules: ['C19'] });
    }
  });
  return refusals;
}

/** How a notice stands on a day. */
export interface NoticeStanding {
  readonly isRectified: boolean;
  readonly isOverdue: boolean;
}

/**
 * How a notice stands on a day: put right once everything that it names is disclosed, overdue when it is not though the
 * last day for that is past.
 *
 * @param statuses - where each of its items stands on the day
 * @see rules C19, U5
 */
export function noticeStanding(statuses: readonly ItemStatus[], rectifyBy: CivilDate, on: CivilDate): NoticeStanding {
  const isRectified = statuses.every((status) => status === 'DISCLOSED');
  return { isRectified, isOverdue: !isRectified && rectifyBy < on };
}

/** Why a notice is not withdrawn: it was before, or the public is not told why. */
export function noticeWithdrawalRefusals(isWithdrawn: boolean, note: string): Refusal[] {
  const refusals = requiredText(['note'], note, LONGEST.note);
  if (!isWithdrawn) return refusals;
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: 'WITHDRAWN' }, ...refusals];
}
