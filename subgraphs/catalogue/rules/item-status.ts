import type { CivilDate } from '../../../core/civil-date.ts';

/** Whether what an item asks for has been disclosed. */
export const ITEM_STATUSES = ['DISCLOSED', 'OVERDUE', 'MISSING', 'NOT_DUE'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What is known of an item on a day. */
export interface ItemFacts {
  /** Something stands under the item. */
  readonly isDisclosed: boolean;
  /** Something stood under it before, and was withdrawn. */
  readonly wasDisclosed: boolean;
  /** The last day on which a first disclosure is on time; null while the catalogue has not taken effect. */
  readonly firstDueOn: CivilDate | null;
}

/**
 * Where an item stands on a day. Nothing is owed before the time limit has run out, counted from the day on which the
 * catalogue took effect. After it, an item that lost what it had is overdue, one that never had anything is missing.
 *
 * @see rules C2, C8
 */
export function itemStatus(facts: ItemFacts, on: CivilDate): ItemStatus {
  if (facts.isDisclosed) return 'DISCLOSED';
  if (facts.firstDueOn === null || on <= facts.firstDueOn) return 'NOT_DUE';
  return facts.wasDisclosed ? 'OVERDUE' : 'MISSING';
}
