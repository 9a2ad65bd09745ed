import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Yuan } from '../../../core/yuan.ts';
import { priceListDifference, type PriceInForce } from '../../../subgraphs/pricing/rules/price-list-difference.ts';
import { BLANK_ROW, priceKey, type PriceRow } from '../../../subgraphs/pricing/rules/price-row.ts';

const cells = fc.record({
  code: fc.constantFrom('', '001', '1'),
  name: fc.constantFrom('一级护理', '挂号费'),
  specification: fc.constantFrom(null, '10mg'),
  unit: fc.constantFrom('次', '日'),
  tier: fc.constantFrom(null, '三级'),
  amount: fc.constantFrom(null, '0' as Yuan, '70' as Yuan, '0.1265' as Yuan),
  amountUpTo: fc.constantFrom(null, '300' as Yuan),
  amountText: fc.constantFrom(null, '医院自主确定'),
  mode: fc.constantFrom('GOVERNMENT_GUIDED' as const, 'MARKET_REGULATED' as const),
  insuranceClass: fc.constantFrom(null, '乙'),
  ceiling: fc.constantFrom(null, '80' as Yuan),
  note: fc.constantFrom(null, '说明'),
});
const row: fc.Arbitrary<PriceRow> = cells.map((some) => ({ ...BLANK_ROW, ...some }));
const list = fc.uniqueArray(row, { selector: priceKey, maxLength: 12 });

interface Period extends PriceInForce {
  readonly from: number;
  until: number | null;
}

/** Publishes lists on the days 0, 1, 2 … as the hub does, by the difference alone. */
function periodsOf(lists: readonly (readonly PriceRow[])[]): Period[] {
  const periods: Period[] = [];
  lists.forEach((rows, day) => {
    const standing = periods.filter(({ until }) => until === null);
    const { appeared, changed, ended } = priceListDifference(rows, standing);
    const over = new Set([...changed.map(({ before }) => before.id), ...ended.map(({ id }) => id)]);
    for (const period of standing) if (over.has(period.id)) period.until = day;
    for (const begun of [...appeared, ...changed.map(({ after }) => after)]) {
      periods.push({ ...begun, id: String(periods.length), from: day, until: null });
    }
  });
  return periods;
}

/** A row as text, without the days on which it holds. */
function bare(one: PriceRow): string {
  const { amount, amountUpTo, amountText, mode, insuranceClass, ceiling, note } = one;
  return JSON.stringify([priceKey(one), amount, amountUpTo, amountText, mode, insuranceClass, ceiling, note]);
}

describe('the difference between a list and what is in force', () => {
  it('leaves in force, on every day, exactly the list of that day', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), (lists) => {
        const periods = periodsOf(lists);
        lists.forEach((rows, day) => {
          const held = periods.filter(({ from, until }) => from <= day && (until === null || day < until));
          expect(held.map(bare).sort()).toEqual(rows.map(bare).sort());
        });
      }),
    );
  });

  it('writes nothing for a list that is published again', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const standing = rows.map((one, index) => ({ ...one, id: String(index) }));
        expect(priceListDifference([...rows].reverse(), standing)).toEqual({ appeared: [], changed: [], ended: [] });
      }),
    );
  });
});
