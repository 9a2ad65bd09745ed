/**
 * The clock of an application a second time, by another way: days are marked in sets over a whole stretch of years, and
 * the last day is the twentieth that is left. It knows nothing of the hub's code.
 */

/** A case as a test draws it: day numbers from a first day on, all counted from 0. */
export interface DrawnCase {
  readonly received: number;
  /** When the correction came in; null without one. */
  readonly corrected: number | null;
  /** Of each consultation: sent, delivered or not known, answered or not. */
  readonly consultations: readonly {
    readonly sent: number;
    readonly delivered: number | null;
    readonly replied: number | null;
  }[];
  readonly extension: number;
  /** When the notice was sent, and when it was paid or not. */
  readonly fee: { readonly notified: number; readonly paid: number | null } | null;
  readonly delayedUntil: number | null;
}

/** The last day, and every day that counted, in their order. */
export function referenceClock(one: DrawnCase, isWorked: (day: number) => boolean) {
  const still = new Set<number>();
  const stand = (first: number, last: number): void => {
    for (let day = first; day <= last; day += 1) still.add(day);
  };
  const worked = (after: number): number[] => {
    const days: number[] = [];
    for (let day = after + 1; day < after + 1_500; day += 1) if (isWorked(day)) days.push(day);
    return days;
  };
  if (one.corrected !== null) stand(one.received + 1, one.corrected);
  for (const { sent, delivered, replied } of one.consultations) {
    const limit = worked(delivered ?? sent)[14] ?? NaN;
    stand(sent + 1, replied === null ? limit : Math.min(replied, limit));
  }
  if (one.fee !== null) {
    const limit = one.fee.notified + 30;
    stand(one.fee.notified + 1, one.fee.paid === null ? limit : Math.min(one.fee.paid, limit));
  }
  const counted = worked(one.received)
    .filter((day) => !still.has(day))
    .slice(0, 20 + one.extension);
  return { due: Math.max(counted.at(-1) ?? NaN, one.delayedUntil ?? -Infinity), counted };
}
