import { describe, expect, it } from 'vitest';
import { isCmsHeader } from '../../../../subgraphs/pricing/rules/cms/headings.ts';
import { cellsOf, errorsOf, readRows, rowsOf, sharedText } from './reading.ts';

const cms = async (name: string) => readRows(rowsOf(await sharedText(`cms/${name}`)));

describe('the standard charge file as rows', () => {
  it.each([
    'v3.0.0-tall-example.csv',
    'v3.0.0-wide-example.csv',
    'fixture-sample-tall-valid.csv',
    'fixture-sample-wide-valid.csv',
    'fixture-sample-tall-small-rows.csv',
    'fixture-sample-tall-mixed-line-endings.csv',
  ])('finds no error in %s, as the official validator does not', async (name) => {
    const { findings, prices, reading } = await cms(name);
    expect(errorsOf(findings)).toEqual([]);
    expect(prices.length).toBeGreaterThan(30);
    expect(reading.prices).toBe(prices.length);
    expect(reading.unreadColumns).toEqual([]);
  });

  it('finds at the cells of lots-of-errors what the official validator finds, all 22', async () => {
    const { findings } = await cms('fixture-sample-lots-of-errors.csv');
    const unknown = ['C4', 'C5', 'C6', 'C7'].map((cell) => `CMS_VALUE_UNKNOWN ${cell}`);
    const amounts = [
      ...['S4', 'T4', 'N4', 'N5', 'N6', 'S7', 'T7', 'S10', 'T10', 'S11', 'T11', 'N11'],
      ...['S12', 'T12', 'N12', 'S13', 'T13', 'N13'],
    ].map((cell) => `CMS_AMOUNT_MALFORMED ${cell}`);
    expect(cellsOf(errorsOf(findings)).sort()).toEqual([...unknown, ...amounts].sort());
  });

  it('finds the day that can not be read in bad-header, and reads on to what is missing below', async () => {
    const { findings } = await cms('fixture-sample-bad-header.csv');
    expect(cellsOf(errorsOf(findings))).toEqual(['CMS_DATE_MALFORMED B2', 'CMS_VALUE_MISSING R10']);
  });

  it.each([
    ['fixture-sample-blank-header.csv', ['CMS_HEADER_BLANK 3']],
    ['fixture-sample-no-data.csv', ['CMS_ITEMS_MISSING']],
  ])('refuses %s for one reason', async (name, expected) => {
    const { findings, prices } = await cms(name);
    expect(cellsOf(errorsOf(findings))).toEqual(expected);
    expect(prices).toEqual([]);
  });

  it('finds a blank header row that the reader of the file left out', async () => {
    const rows = rowsOf(await sharedText('cms/fixture-sample-blank-header.csv'));
    const { findings } = readRows(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
    expect(cellsOf(errorsOf(findings))).toEqual(['CMS_HEADER_BLANK 3']);
  });

  it('tells the first row of such a file from that of a list', async () => {
    const [first] = rowsOf(await sharedText('cms/v3.0.0-tall-example.csv'));
    expect(first !== undefined && isCmsHeader(first)).toBe(true);
    expect(isCmsHeader({ number: 1, cells: ['VERSION ', 'Hospital Name', 'last-updated-on'] })).toBe(true);
    expect(isCmsHeader({ number: 1, cells: ['\uFEFFhospital_name', 'version', 'license_number | CA'] })).toBe(true);
    expect(isCmsHeader({ number: 1, cells: ['项目编码', '项目名称', '计价单位', '价格'] })).toBe(false);
    expect(isCmsHeader({ number: 1, cells: ['version', 'version', 'version'] })).toBe(false);
  });
});
