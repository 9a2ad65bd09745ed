import type { FilePlace, Finding } from '../finding.ts';

/** Where in an item something stands: the number of its column, from 0; in JSON its path. */
export type Spot = number | string;

/** Stands for a column that the file does not have. */
export const NO_COLUMN = -1;

/** One value of an item, without blanks around it; blank when the file leaves it out. */
export interface Said {
  readonly text: string;
  readonly at: Spot;
}

/** What was agreed with one payer for one of its plans. */
export interface PayerCharge {
  readonly payer: Said;
  readonly plan: Said;
  readonly dollar: Said;
  readonly percentage: Said;
  readonly algorithm: Said;
  readonly methodology: Said;
  readonly notes: Said;
  /** What was paid in the middle of all cases, and at the 10th and 90th percentile; since version 3. */
  readonly median: Said;
  readonly tenth: Said;
  readonly ninetieth: Said;
  readonly count: Said;
  /** What is paid on average; of version 2. */
  readonly estimated: Said;
}

/** One item in one setting, or one modifier, with its charges: what all three forms of the file come down to. */
export interface ChargeItem {
  readonly description: Said;
  readonly codes: readonly { readonly code: Said; readonly type: Said }[];
  readonly setting: Said;
  readonly billingClass: Said;
  /** Divided by `|`. */
  readonly modifiers: Said;
  readonly drugUnit: Said;
  readonly drugType: Said;
  readonly gross: Said;
  readonly cash: Said;
  readonly minimum: Said;
  readonly maximum: Said;
  readonly notes: Said;
  readonly payers: readonly PayerCharge[];
}

/** Gives a spot of the item at hand as a place in the file. */
export type Locate = (spot: Spot) => FilePlace;

/** A finding at a place. */
export function found(
  code: Finding['code'],
  place: FilePlace,
  { got = null, expected = null }: { readonly got?: string | null; readonly expected?: string | null } = {},
): Finding {
  return { ...place, code, got, expected };
}

/** Whether it explains a modifier rather than pricing an item: it has modifiers and no code. */
export function isModifierAlone({ codes, modifiers }: ChargeItem): boolean {
  return modifiers.text !== '' && codes.every(({ code, type }) => code.text === '' && type.text === '');
}

/** Whether a payer's charge is given in any of the three ways. */
export function isCharged({ dollar, percentage, algorithm }: PayerCharge): boolean {
  return dollar.text !== '' || percentage.text !== '' || algorithm.text !== '';
}
