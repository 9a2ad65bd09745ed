import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../../core/channel.ts';
import { catalogueSampleData } from '../../../../prisma/sample/sample.ts';
import { itemsOf, readCatalogueFile } from '../../../../subgraphs/catalogue/rules/sheet/catalogue-file.ts';
import { catalogueSheet } from '../../../../subgraphs/catalogue/rules/sheet/catalogue-layout.ts';
import * as columns from '../../../../subgraphs/catalogue/rules/item-columns.ts';
import { readSpreadsheet } from '../../../../subgraphs/kit/spreadsheet/read-spreadsheet.ts';
import { writeCsv, writeWorkbook } from '../../../../subgraphs/kit/spreadsheet/write-spreadsheet.ts';

const { catalogues, categories } = catalogueSampleData();
const LIMITS = { unpackedBytes: 20_000_000, rows: 5_000, columns: 100, sheets: 5 };
const HEAD = { title: '目录', edition: '2026', regionCode: '140500', regionName: '晋城市', effectiveOn: null };
const layoutOf = (items: readonly columns.ItemColumns[]) => catalogueSheet({ ...HEAD, items }, categories);

/** The sample's items; an article that the sample has within a title is read apart from it. */
const sample = catalogues[0]?.items.map((item): columns.ItemColumns => {
  const { code, title, contentElements, timeLimits, publisher, channels, audience, method, levels } = item;
  const bases = item.bases.map((basis) => {
    const [, law = '', article = null] = /^(《[^》]*》)(第\d+条)$/.exec(basis.title) ?? [];
    return article === null ? basis : { title: law, article };
  });
  return {
    ...{ code, categoryCode: item.categoryCode, title, contentElements, bases, timeLimits, publisher },
    ...{ channels, audience, method, levels, isInForce: item.isInForce },
    ...{ stage: null, movedTo: null, isMandatory: true },
  };
});

const words = fc
  .array(fc.constantFrom(...Array.from('甲乙丙丁机构信息（试行）、·“”AZaz0 9')), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join('').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => /^[甲乙丙丁机构信息A-Za-z]/.test(text) && /[甲乙丙丁机构信息]$/.test(text));
const limit = fc.record({ days: fc.nat(366), unit: fc.constantFrom(...columns.TIME_UNITS) });
const item = fc.record({
  categoryCode: fc.constantFrom(...categories.map(({ code }) => code)),
  title: words,
  contentElements: fc.uniqueArray(words, { minLength: 1, maxLength: 5 }),
  bases: fc.uniqueArray(
    fc.record({
      title: words.map((name) => `《${name}》`),
      article: fc.option(fc.nat(200).map((number) => `第${String(number)}条`)),
    }),
    { minLength: 1, maxLength: 4, selector: (basis) => JSON.stringify(basis) },
  ),
  timeLimits: fc
    .tuple(fc.option(limit), fc.option(limit))
    .filter((both) => both.some((one) => one !== null))
    .map(([general, result]) => [
      ...(general === null ? [] : [{ appliesTo: 'INFORMATION' as const, ...general }]),
      ...(result === null ? [] : [{ appliesTo: 'RESULT' as const, ...result }]),
    ]),
  publisher: words,
  channels: fc.subarray([...CHANNELS], { minLength: 1 }),
  audience: fc.constantFrom(...columns.AUDIENCES),
  method: fc.constantFrom(...columns.DISCLOSURE_METHODS),
  levels: fc.subarray([...columns.ITEM_LEVELS], { minLength: 1 }),
  stage: fc.option(fc.constantFrom(...columns.OPENNESS_STAGES)),
  movedTo: fc.option(words),
  isMandatory: fc.boolean(),
  isInForce: fc.boolean(),
});

describe('a catalogue in the official layout', () => {
  it.each(['xlsx', 'csv'])('comes back whole as .%s, all items of the sample', async (format) => {
    expect(sample).toHaveLength(198);
    const layout = layoutOf(sample ?? []);
    const bytes = format === 'csv' ? writeCsv(layout) : await writeWorkbook(layout);
    const file = readCatalogueFile((await readSpreadsheet(bytes, null, LIMITS)).tables, categories);
    expect(file.faults).toEqual([]);
    expect(itemsOf(file)).toEqual(sample);
  });

  it('comes back whole whatever its items say', () => {
    const some = fc.uniqueArray(item, {
      minLength: 1,
      maxLength: 8,
      selector: ({ title }) => title.normalize('NFKC').toLowerCase().replaceAll(' ', ''),
    });
    fc.assert(
      fc.property(some, (items) => {
        const sorted = items
          .toSorted((one, other) => (one.categoryCode < other.categoryCode ? -1 : 1))
          .map((one, index) => ({ ...one, code: `${one.categoryCode}${String(index + 1).padStart(2, '0')}` }));
        const file = readCatalogueFile([layoutOf(sorted)], categories);
        expect(file.faults).toEqual([]);
        expect(itemsOf(file)).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });

  it('has a header of two rows, merged headings and a title above', () => {
    const layout = layoutOf(sample ?? []);
    expect(layout.rows[2]?.slice(0, 3)).toEqual(['序号', '公开事项', '']);
    expect(layout.rows[3]?.slice(1, 3)).toEqual(['一级事项', '二级事项']);
    expect(layout.merges).toContainEqual({ top: 2, bottom: 2, left: 8, right: 9 });
    expect(layout.merges).toContainEqual({ top: 4, bottom: 20, left: 1, right: 1 });
  });
});
