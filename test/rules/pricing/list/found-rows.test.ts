import { describe, expect, it } from 'vitest';
import { FOUND_ROWS } from './found-rows.ts';
import { readTexts } from './reading.ts';

const COLUMNS = ['code', 'name', 'unit', 'tier', 'note'] as const;

/** What a cell of the price column says, told apart from how the reader reads it. */
function amountsOf(cell: string) {
  if (cell === '100-300') return { amount: '100', amountUpTo: '300', amountText: cell };
  if (cell === '医院自主确定') return { amount: null, amountUpTo: null, amountText: cell };
  return { amount: String(Number(cell)), amountUpTo: null, amountText: null };
}

describe('prices that hospitals published', () => {
  const { prices, findings, reading } = readTexts(FOUND_ROWS, 'SERVICE');
  const rows = FOUND_ROWS.slice(1);

  it.each(rows.map((row, index) => [row[4] ?? '', row[7] ?? '', index] as const))(
    'are read exactly as they stand: %s, %s (row %i)',
    (_name, _price, index) => {
      const row = rows[index] ?? [];
      const [, , , code = '', name = '', unit = '', tier = '', cell = '', mode = '', note = ''] = row;
      const modes: Record<string, string> = { 政府指导价: 'GOVERNMENT_GUIDED', 市场调节价: 'MARKET_REGULATED' };
      const expected = { code, name, unit, tier: tier || null, note: note || null, mode: modes[mode] ?? null };
      expect(prices[index]).toMatchObject({ row: index + 2, column: 'H', heading: 'price_cny' });
      expect(prices[index]?.price).toMatchObject({ ...expected, ...amountsOf(cell) });
    },
  );

  it('are 29, from eleven columns of which four mean nothing here', () => {
    expect(prices).toHaveLength(29);
    expect(reading.columns.map(({ readAs }) => readAs)).toEqual([...COLUMNS.slice(0, 4), 'amount', 'mode', 'note']);
    expect(reading.unreadColumns).toHaveLength(4);
  });

  it('hold nothing that refuses them, and a doubt about how one comes about', () => {
    const codes = new Set(findings.map(({ code }) => code));
    expect(codes).toEqual(new Set(['CODE_MISSING', 'CELL_BEYOND_HEADER', 'MODE_UNKNOWN']));
    expect(findings.filter(({ code }) => code === 'MODE_UNKNOWN')).toMatchObject([
      { row: 21, column: 'I', got: '市场调节价?', expected: '政府指导价 / 市场调节价' },
    ]);
    expect(findings.filter(({ code }) => code === 'CODE_MISSING')).toHaveLength(19);
  });
});
