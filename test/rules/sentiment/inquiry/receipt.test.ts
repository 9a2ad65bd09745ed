import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { makeReceipt, readReceipt } from '../../../../subgraphs/sentiment/rules/inquiry/receipt.ts';

const ON = civilDate('2026-11-23');
const picks = fc.array(fc.nat({ max: 30 }), { minLength: 12, maxLength: 12 });
const receiptOf = (numbers: readonly number[]) => {
  const left = [...numbers];
  return makeReceipt('140521', ON, () => left.shift() ?? 0);
};

describe('a receipt', () => {
  it('is the region, the day and a part of twelve characters by chance with a check', () => {
    const limits: number[] = [];
    const receipt = makeReceipt('140521', ON, (limit) => (limits.push(limit), 0));
    expect(receipt).toMatch(/^140521-20261123-222222-222222[2-9A-Z]$/);
    expect(Math.log2(limits.reduce((all, limit) => all * limit, 1))).toBeGreaterThanOrEqual(50);
  });

  it('is read however it is written', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const receipt = receiptOf(numbers);
        const wide = receipt.replace(/[0-9A-Z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
        for (const typed of [receipt, receipt.toLowerCase(), receipt.replaceAll('-', ' '), ` ${wide} `]) {
          expect(readReceipt(typed)).toBe(receipt);
        }
      }),
    );
  });

  it('is not read with one character wrong, or with two neighbours of the part by chance exchanged', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    fc.assert(
      fc.property(picks, fc.nat({ max: 26 }), fc.constantFrom(...Array.from(alphabet)), (numbers, at, other) => {
        const plain = receiptOf(numbers).replaceAll('-', '');
        const wrong = `${plain.slice(0, at)}${other}${plain.slice(at + 1)}`;
        if (wrong !== plain) expect(readReceipt(wrong)).toBeNull();
        const from = 14 + (at % 12);
        const [one = '', next = ''] = [plain[from], plain[from + 1]];
        const exchanged = `${plain.slice(0, from)}${next}${one}${plain.slice(from + 2)}`;
        if (exchanged !== plain) expect(readReceipt(exchanged)).toBeNull();
      }),
    );
  });

  it.each(['', '140521', '140521-20260230-222222-2222222', 'x'.repeat(101), '\u0000'])('is not %j', (typed) => {
    expect(readReceipt(typed)).toBeNull();
  });
});
