import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';

/** Whether a document still holds (有效性). */
export const VALIDITIES = ['IN_FORCE', 'AMENDED', 'REPEALED', 'EXPIRED'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** Those of a document that holds, as it was written or as amended. */
export const HOLDING = ['IN_FORCE', 'AMENDED'] as const satisfies readonly Validity[];

/**
 * What can become of a document of its own accord. A repealed one does not come back, and an expired one can only be
 * repealed outright; everything else is a correction of what was recorded wrongly.
 */
const NEXT: Readonly<Record<Validity, readonly Validity[]>> = {
  IN_FORCE: ['AMENDED', 'REPEALED', 'EXPIRED'],
  AMENDED: ['AMENDED', 'REPEALED', 'EXPIRED'],
  REPEALED: [],
  EXPIRED: ['REPEALED'],
};

/** Whether a validity is one of a document that holds. */
export function holds(validity: Validity): boolean {
  return validity === 'IN_FORCE' || validity === 'AMENDED';
}

/**
 * The validity on a day, whether or not it was written down yet: a document that held expires when its last day is past.
 *
 * @param expiresOn - the last day on which it holds; null when it does not say
 * @see rule D17
 */
export function validityOn(validity: Validity, expiresOn: CivilDate | null, today: CivilDate): Validity {
  return holds(validity) && expiresOn !== null && expiresOn < today ? 'EXPIRED' : validity;
}

/** A change of validity that someone asks for. */
export interface ValidityChange {
  readonly from: Validity;
  readonly to: Validity;
  /** Whether it puts right what was recorded wrongly, which may lead anywhere. */
  readonly isCorrection: boolean;
}

/**
 * Why a validity does not change like this.
 *
 * @param path - where the document stands in the input
 * @see rule D17
 */
export function transitionRefusals({ from, to, isCorrection }: ValidityChange, path: readonly string[]): Refusal[] {
  const isFit = isCorrection ? from !== to : NEXT[from].includes(to);
  if (isFit) return [];
  const before = VALIDITIES.filter((one) => (isCorrection ? one !== to : NEXT[one].includes(to)));
  const expected = before.length === 0 ? 'isCorrection: true' : before.join(' | ');
  return [{ code: 'VALIDITY_NOT_FITTING', path, expected, got: from, rules: ['D17'] }];
}
