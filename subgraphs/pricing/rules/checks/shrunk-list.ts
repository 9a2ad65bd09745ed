import type { Finding } from '../finding.ts';

/** In so short a list nothing can be said of how many things it leaves out. */
const LEAST_ENDED = 20;

/** How many of the prices in force a list changes, ends and leaves as they are. */
interface Outcomes {
  readonly changed: number;
  readonly ended: number;
  readonly standing: number;
}

/**
 * A list that leaves out half of what is in force may be a part of one: what it does not name is no longer offered.
 *
 * @see rule H7
 */
export function shrinkFindings({ changed, ended, standing }: Outcomes, hasErrors: boolean): Finding[] {
  const before = changed + ended + standing;
  // One that names nothing of what is in force, and has errors, was not read as it should be.
  const isMisread = hasErrors && ended === before;
  if (ended < LEAST_ENDED || ended * 2 < before || isMisread) return [];
  const place = { sheet: null, row: null, column: null, heading: null };
  return [{ code: 'LIST_SHRANK', ...place, got: String(ended), expected: String(before) }];
}
