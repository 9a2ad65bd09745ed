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
