import { parseYuan, type Yuan } from '../../core/yuan.ts';

/** An amount from whole ten-thousandths of a yuan, so that no sum is ever a float. */
export function yuanOf(tenThousandths: number): Yuan {
  const digits = String(tenThousandths).padStart(5, '0');
  const amount = parseYuan(`${digits.slice(0, -4)}.${digits.slice(-4)}`);
  if (amount === null) throw new RangeError(`Expected an amount in ten-thousandths of a yuan, got ${tenThousandths}`);
  return amount;
}
