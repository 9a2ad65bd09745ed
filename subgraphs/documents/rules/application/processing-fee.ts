import { Fault } from '../../../../core/fault.ts';
import { yuanOf, type Yuan } from '../../../../core/yuan.ts';

/** What a fee is reckoned on: the items that one applicant asks for in a calendar month, or the pages given. */
export const FEE_BASES = ['BY_ITEM', 'BY_PAGE'] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

/** A band of a progressive tariff, and what part of a quantity falls into it. */
export interface FeeBand {
  /** The first and the last one that it covers; null when it has no end. */
  readonly from: number;
  readonly to: number | null;
  /** How many of the quantity fall into it. */
  readonly quantity: number;
  readonly unitYuan: Yuan;
  readonly amountYuan: Yuan;
}

/** A fee, and the bands that it is made of. */
export interface ProcessingFee {
  readonly amountYuan: Yuan;
  readonly bands: readonly FeeBand[];
}

/** The most items or pages that a fee is reckoned on. */
export const MOST_CHARGED = 100_000;
/** Up to this one an item or page is free. */
export const FREE = { BY_ITEM: 10, BY_PAGE: 30 } as const satisfies Record<FeeBasis, number>;

const TEN_THOUSANDTHS = 10_000n;

/**
 * The information processing fee (信息处理费) of a quantity, exact, by a progressive tariff: every part costs what its own
 * band says. Items: 1–10 free, 11–30 at 100 yuan each, and with every further ten 100 yuan more. Pages: 1–30 free,
 * 31–100 at 10 yuan, 101–200 at 20, all from 201 at 40.
 *
 * @param before - how many of the quantity's kind came earlier and count with it (those of the same applicant in the
 *   month); they take the lower bands and are not charged again
 * @see rules R11–R14
 */
export function processingFee(basis: FeeBasis, quantity: number, before = 0): ProcessingFee {
  const [first, last] = [before + 1, before + quantity];
  const bands: FeeBand[] = [];
  let total = 0n;
  for (const { from, to, unit } of tariff(basis, last)) {
    const within = Math.min(to, last) - Math.max(from, first) + 1;
    if (within < 1) continue;
    const amount = BigInt(within) * unit * TEN_THOUSANDTHS;
    total += amount;
    bands.push({
      from,
      to: Number.isFinite(to) ? to : null,
      quantity: within,
      unitYuan: yuanOf(unit * TEN_THOUSANDTHS),
      amountYuan: yuanOf(amount),
    });
  }
  return { amountYuan: yuanOf(total), bands };
}

/** A fee that someone wants to know beforehand. */
export interface AskedFeeTable {
  readonly basis: FeeBasis;
  readonly quantity: number;
  readonly before?: number | null | undefined;
}

/**
 * The fee that someone asks for.
 *
 * @throws Fault BAD_USER_INPUT for a quantity out of bounds
 */
export function askedFee({ basis, quantity, before }: AskedFeeTable): ProcessingFee {
  const earlier = before ?? 0;
  for (const [name, value, most] of [
    ['quantity', quantity, MOST_CHARGED],
    ['before', earlier, basis === 'BY_ITEM' ? MOST_CHARGED : 0],
  ] as const) {
    if (value >= 0 && value <= most) continue;
    throw new Fault('BAD_USER_INPUT', `Expected \`${name}\` between 0 and ${String(most)}, got ${String(value)}`);
  }
  return processingFee(basis, quantity, earlier);
}

interface Tariff {
  readonly from: number;
  readonly to: number;
  /** In yuan. */
  readonly unit: bigint;
}

/** The bands up to the one that covers `last`. */
function tariff(basis: FeeBasis, last: number): Tariff[] {
  if (basis === 'BY_PAGE') {
    return [
      { from: 1, to: 30, unit: 0n },
      { from: 31, to: 100, unit: 10n },
      { from: 101, to: 200, unit: 20n },
      { from: 201, to: Infinity, unit: 40n },
    ];
  }
  const bands: Tariff[] = [
    { from: 1, to: 10, unit: 0n },
    { from: 11, to: 30, unit: 100n },
  ];
  for (let from = 31, unit = 200n; from <= last; from += 10, unit += 100n) bands.push({ from, to: from + 9, unit });
  return bands;
}
