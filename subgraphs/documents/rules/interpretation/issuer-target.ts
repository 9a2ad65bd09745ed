import type { Refusal } from '../../../../core/refusal.ts';

/** What an issuer is measured by in a year; null where nothing is set. */
export interface TargetValues {
  /** Shares between 0 and 1, to four places. */
  readonly diversifiedRate: number | null;
  readonly multiChannelRate: number | null;
  readonly leaderInterpretations: number | null;
  readonly meetingsAttended: number | null;
  readonly attributeReviewMonths: number | null;
}

/** What counts are taken, both ends included. */
const RANGES = {
  leaderInterpretations: [0, 366],
  meetingsAttended: [0, 366],
  attributeReviewMonths: [1, 120],
} as const;
const YEARS = [2000, 2100] as const;
/** How many steps a rate has: it is kept to four places. */
const RATE_STEPS = 10_000;
/** A double holds no decimal exactly; what is this near to one is that one. */
const NEAR = 1e-9;

/**
 * Every reason why targets are not taken: a year or a number out of range, or a rate of more than four places.
 *
 * @see rules I3, I4, I6, M6, D5
 */
export function targetRefusals(year: number, values: TargetValues): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isWithin(year, YEARS)) {
    refusals.push({ code: 'YEAR_OUT_OF_RANGE', path: ['year'], expected: YEARS.join('–'), got: String(year) });
  }
  for (const name of ['diversifiedRate', 'multiChannelRate'] as const) {
    const rate = values[name];
    if (rate !== null && !isRate(rate)) refusals.push(outOfRange(name, '0–1, 0.0001', rate));
  }
  for (const name of ['leaderInterpretations', 'meetingsAttended', 'attributeReviewMonths'] as const) {
    const count = values[name];
    if (count !== null && !isWithin(count, RANGES[name]))
      refusals.push(outOfRange(name, RANGES[name].join('–'), count));
  }
  return refusals;
}

function outOfRange(name: string, expected: string, got: number): Refusal {
  return { code: 'NUMBER_OUT_OF_RANGE', path: [name], expected, got: String(got) };
}

function isRate(rate: number): boolean {
  const steps = rate * RATE_STEPS;
  return rate >= 0 && rate <= 1 && Math.abs(steps - Math.round(steps)) < NEAR * RATE_STEPS;
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
