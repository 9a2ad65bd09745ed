import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYuan } from '../../../../core/yuan.ts';
import { errorsOf, readJson, readRows, rowsOf, sharedText, type Read } from './reading.ts';
import { jsonText, tallText, wideText, type WrittenItem } from './written.ts';

const rowsOfFile = async <S extends z.ZodType>(name: string, shape: S): Promise<z.infer<S>[]> =>
  z.array(shape).parse(parse(await sharedText(`us-hcpcs/${name}`), { columns: true, bom: true }));

const rows = await rowsOfFile(
  'prices.csv',
  z.object({ ccn: z.string(), hcpcs: z.string(), price_type: z.enum(['cash', 'gross']), price_usd: z.string() }),
);
const hospitals = await rowsOfFile(
  'hospitals.csv',
  z.object({ ccn: z.string(), rows: z.coerce.number(), cash_above_gross_codes: z.coerce.number() }),
);

/** The items of a hospital, in the order of the file. */
function itemsOf(ccn: string): WrittenItem[] {
  const items = new Map<string, WrittenItem>();
  for (const row of rows.filter((one) => one.ccn === ccn)) {
    const before = items.get(row.hcpcs) ?? {
      ...{ description: `Item ${row.hcpcs}`, codes: [{ code: row.hcpcs, type: 'HCPCS' }], setting: 'both', payers: [] },
    };
    items.set(row.hcpcs, { ...before, [row.price_type]: row.price_usd });
  }
  return [...items.values()];
}

const isZero = (amount: string): boolean => Number(amount) === 0;

const told = ({ prices }: Read): string[] =>
  prices.map(({ price: { code, condition, amount } }) => `${code} ${String(condition)} ${String(amount)}`).sort();

const counted = ({ findings }: Read, code: string): number => findings.filter((one) => one.code === code).length;

describe.each(hospitals)('the real prices of hospital $ccn', ({ ccn, rows: count, cash_above_gross_codes: above }) => {
  const own = rows.filter((row) => row.ccn === ccn);
  const items = itemsOf(ccn);
  const conditions = { gross: 'gross', cash: 'discounted cash' };
  const expected = own
    .filter(({ price_usd: amount }) => !isZero(amount))
    .map((row) => `${row.hcpcs} ${conditions[row.price_type]} ${String(parseYuan(row.price_usd))}`)
    .sort();

  it.each([
    ['tall rows', () => readRows(rowsOf(tallText(items)), 100)],
    ['wide rows', () => readRows(rowsOf(wideText(items)), 100)],
    ['JSON', () => readJson(jsonText(items))],
  ])('are read from %s to the last digit, and what is odd in them is found', async (_form, read) => {
    const all = await read();
    expect(own).toHaveLength(count);
    expect(told(all)).toEqual(expected);
    expect(counted(all, 'CMS_CASH_ABOVE_GROSS')).toBe(above);
    expect(counted(all, 'CMS_AMOUNT_PLACEHOLDER')).toBe(
      own.filter(({ price_usd: amount }) => !isZero(amount) && Number(amount) <= 1).length,
    );
    expect(counted(all, 'CMS_AMOUNT_MALFORMED')).toBe(own.filter(({ price_usd: amount }) => isZero(amount)).length);
    expect(errorsOf(all.findings)).toHaveLength(counted(all, 'CMS_AMOUNT_MALFORMED'));
  });
});
