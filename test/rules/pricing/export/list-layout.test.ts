import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { parseYuan } from '../../../../core/yuan.ts';
import type { ExportedPrice } from '../../../../subgraphs/pricing/rules/export/exported-price.ts';
import { LIST_COLUMNS, priceCell } from '../../../../subgraphs/pricing/rules/export/list-layout.ts';
import { BLANK_ROW, PRICE_KINDS } from '../../../../subgraphs/pricing/rules/price-row.ts';

const PRICE: ExportedPrice = {
  ...{ id: 'p', institution: 'i', list: 'l', kind: 'SERVICE', code: '001', name: '护理', unit: '日', currency: 'CNY' },
  effectiveOn: civilDate('2026-12-01'),
};
const yuan = (text: string) => parseYuan(text);

describe('the layout of an exported list', () => {
  it.each([
    [{ amount: yuan('70.5') }, '70.5'],
    [{ amount: yuan('100'), amountUpTo: yuan('300') }, '100-300'],
    [{ amount: yuan('100'), amountUpTo: yuan('300'), amountText: '100~300' }, '100~300'],
    [{ amountText: '医院自主确定' }, '医院自主确定'],
    [{ surchargePercent: '30' }, '加收30%'],
    [{}, ''],
  ])('has in the cell of the price what the list had: %j', (cells, text) => {
    expect(priceCell({ ...PRICE, ...cells })).toBe(text);
  });

  it.each(PRICE_KINDS)('of %s has every heading once', (kind) => {
    const headings = LIST_COLUMNS[kind].map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('of all kinds together shows every cell of a price', () => {
    const shown = Object.keys(BLANK_ROW).filter((cell) => {
      const value = cell === 'mode' ? 'MARKET_REGULATED' : '7';
      const bare = cell === 'amountUpTo' ? { ...PRICE, amount: yuan('1') } : PRICE;
      const filled = { ...bare, [cell]: value };
      return PRICE_KINDS.some((kind) => LIST_COLUMNS[kind].some((column) => column.cell(filled) !== column.cell(bare)));
    });
    expect(shown).toEqual(Object.keys(BLANK_ROW));
  });

  it('says nothing of what a price does not have', () => {
    const cells = LIST_COLUMNS.SERVICE.map(({ cell }) => cell(PRICE)).filter((text) => text !== '');
    expect(cells).toEqual(['001', '护理', '日', '2026-12-01']);
  });
});
