/** How many policy documents of a year were interpreted, and how. */
export interface InterpretationCounts {
  readonly documentsDue: number;
  readonly interpreted: number;
  readonly diversified: number;
  readonly multiChannel: number;
}

/** The fewest channels that count as several. */
export const SEVERAL_CHANNELS = 2;

/** A share of what was due, between 0 and 1; null when nothing was. The two rates are measured side by side (rule I3). */
export function interpretationRate(count: number, { documentsDue }: InterpretationCounts): number | null {
  return documentsDue === 0 ? null : count / documentsDue;
}

/**
 * Whether what was reached meets what was set; null when nothing was set, or nothing was due.
 *
 * A rate is a share of whole documents and a target has four places, so that both are compared as doubles: equal ones
 * are equal there too (9 of 10 is 0.9).
 *
 * @see rules I3, I4, I6
 */
export function isMet(reached: number | null, target: number | null): boolean | null {
  return reached === null || target === null ? null : reached >= target;
}
