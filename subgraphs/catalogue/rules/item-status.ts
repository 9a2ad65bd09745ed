/** Whether what an item asks for has been disclosed. */
export const ITEM_STATUSES = ['DISCLOSED', 'OVERDUE', 'MISSING', 'NOT_DUE'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What is known of an item on a day. */
export interface ItemFacts {
  /** Something stands under the item. */
  readonly isDisclosed: boolean;
  /** Something stands or stood under it. */
  readonly wasDisclosed: boolean;
  /** The day lies behind the last one on which a first disclosure was on time. */
  readonly isPastFirstDue: boolean;
  /** Something came about under it whose own time limit has run out, undisclosed. */
  readonly hasOverdueDuty: boolean;
}

/**
 * Where an item stands on a day. Nothing is owed before its time limit has run out, counted from the day on which the
 * item took effect. After it, an item that never had anything is missing; one that lost what it had, or that has not
 * been kept up with what came about since, is overdue.
 *
 * @see rules C2, C7, C8, C13
 */
export function itemStatus(facts: ItemFacts): ItemStatus {
  const { isDisclosed, wasDisclosed, isPastFirstDue, hasOverdueDuty } = facts;
  if (!wasDisclosed && isPastFirstDue) return 'MISSING';
  if (hasOverdueDuty) return 'OVERDUE';
  if (isDisclosed) return 'DISCLOSED';
  return isPastFirstDue ? 'OVERDUE' : 'NOT_DUE';
}
