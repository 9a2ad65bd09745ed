import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../subgraphs/kit/spreadsheet/read-spreadsheet.ts';
import { archiveOf } from '../../support/archives.ts';
import { readSheets, withOpened, type ReadSheet } from '../../support/opened.ts';
import { escaped, partsOf, workbookOf, type WorkbookText } from '../../support/workbooks.ts';

const rowsOf = async (text: WorkbookText) => (await readSheets(workbookOf(text)))[0]?.rows;
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;
/** The text and the kind of one cell. */
const cellOf = async (cell: string, more: Partial<WorkbookText> = {}) => {
  const first = (await rowsOf({ sheets: [row(cell)], ...more }))?.[0];
  return [first?.cells[0], first?.kinds?.[0] ?? 'TEXT'];
};
/** The rows of a sheet as the reader of whole files gives them. */
const filled = ({ rows }: ReadSheet): string[][] => {
  const all: string[][] = [];
  for (const { number, cells } of rows) {
    while (all.length < number - 1) all.push([]);
    all.push([...cells]);
  }
  return all;
};

describe('a cell', () => {
  it.each<[string, string, string, string]>([
    ['a number', '<c><v>20</v></c>', '20', 'NUMBER'],
    ['a number as its binary form has it', '<c><v>12.300000000000001</v></c>', '12.3', 'NUMBER'],
    ['a number a hair below', '<c><v>0.12649999999999999</v></c>', '0.1265', 'NUMBER'],
    ['a national code stored as a number', '<c><v>1.10201E+14</v></c>', '110201000000000', 'NUMBER'],
    ['a code of more digits than a number holds', '<c><v>1234567890123456789</v></c>', '1234567890123460000', 'NUMBER'],
    ['a tiny number', '<c><v>-1.5E-7</v></c>', '-0.00000015', 'NUMBER'],
    ['zero', '<c><v>-0</v></c>', '0', 'NUMBER'],
    ['no number', '<c><v>1,5</v></c>', '1,5', 'TEXT'],
    ['truth', '<c t="b"><v>1</v></c>', 'TRUE', 'BOOLEAN'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!', 'ERROR'],
    ['a formula', '<c><f>A2*2</f><v>21</v></c>', '21', 'FORMULA'],
    ['a formula that gives a text', '<c t="str"><f>A2&amp;"b"</f><v>ab</v></c>', 'ab', 'FORMULA'],
    ['a formula that gives a blank text', '<c t="str"><f>""</f><v></v></c><c><v>1</v></c>', '', 'TEXT'],
    ['a formula without a value', '<c><f>A2*2</f></c>', '', 'FORMULA'],
    ['a formula that failed', '<c t="e"><f>A2</f><v>#N/A</v></c>', '#N/A', 'ERROR'],
    ['one of shared formulas', '<c><f t="shared" si="0"/><v>3</v></c>', '3', 'FORMULA'],
    ['a text without a formula', '<c t="str"><v>甲</v></c>', '甲', 'TEXT'],
    ['an inline text', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', ' 甲 ', 'TEXT'],
    [
      'inline rich text',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>',
      '甲乙',
      'TEXT',
    ],
    ['a day as text', '<c t="d"><v>2026-12-01T00:00:00</v></c>', '2026-12-01', 'DATE'],
    ['entities and CDATA', '<c t="str"><v>a&lt;&#x7532;<![CDATA[<&]]></v></c>', 'a<甲<&', 'TEXT'],
    ['what XML has no character for', '<c t="str"><v>a_x000D_b_x005F_x</v></c>', 'a\rb_x', 'TEXT'],
  ])('with %s', async (_what, cell, text, kind) => {
    expect(await cellOf(cell)).toEqual([text, kind]);
  });

  it.each<[string | number, string, string, string]>([
    [14, '46357', '2026-12-01', 'DATE'],
    [22, '46357.999988426', '2026-12-01', 'DATE'],
    [31, '46357', '2026-12-01', 'DATE'],
    ['yyyy"年"m"月"d"日"', '46357', '2026-12-01', 'DATE'],
    ['[$-804]yyyy\\-mm;@', '46357', '2026-12-01', 'DATE'],
    ['mmm', '1', '1900-01-01', 'DATE'],
    [14, '59', '1900-02-28', 'DATE'],
    [14, '60', '1900-02-29', 'DATE'],
    [14, '61', '1900-03-01', 'DATE'],
    [14, '2958466', '2958466', 'NUMBER'],
    [14, '-1', '-1', 'NUMBER'],
    [20, '0.5', '0.5', 'NUMBER'],
    ['[h]:mm:ss', '1.5', '1.5', 'NUMBER'],
    ['h:mm AM/PM', '0.5', '0.5', 'NUMBER'],
    ['0.00"yd"', '3', '3', 'NUMBER'],
    ['[Red]0.00_);(0.00)', '3', '3', 'NUMBER'],
    ['G/通用格式', '3', '3', 'NUMBER'],
    ['0.00E+00', '30000', '30000', 'NUMBER'],
    ['000000000', '1202', '000001202', 'NUMBER'],
    ['0', '1202', '1202', 'NUMBER'],
  ])('with the format %j', async (format, value, text, kind) => {
    expect(await cellOf(`<c s="1"><v>${value}</v></c>`, { formats: ['General', format] })).toEqual([text, kind]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const more = { formats: [14], workbookProperties: '<workbookPr date1904="1"/>' };
    expect(await cellOf('<c s="0"><v>44895</v></c>', more)).toEqual(['2026-12-01', 'DATE']);
    expect(await cellOf('<c s="0"><v>0</v></c>', more)).toEqual(['1904-01-01', 'DATE']);
  });

  it('has the shared text that it refers to, runs put together and readings left out', async () => {
    const strings =
      '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr/><t xml:space="preserve"> 丙</t></r><rPh><t>yi</t></rPh></si><si/><si><t>末</t></si>';
    const cells = [1, 3, 0, 2].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect((await rowsOf({ sheets: [row(cells)], strings }))?.[0]).toEqual({ number: 1, cells: ['乙 丙', '末', '甲'] });
  });
});

describe('a sheet', () => {
  it('has its rows by their numbers; those without content cost nothing', async () => {
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c><c r="D1" t="str"><v>x</v></c><c><v>2</v></c></row>
      <row r="5" spans="1:3"><c r="B5" t="str"><v>甲</v></c><c r="XFD5" s="0"/></row><row><c t="str"><v>乙</v></c></row>
      <row r="1048576"><c r="A1048576" s="0"/></row></sheetData><extLst><row r="1"><c><v>9</v></c></row></extLst>`;
    expect(await rowsOf({ sheets: [sheet] })).toEqual([
      { number: 1, cells: ['1', '', '', 'x', '2'], kinds: ['NUMBER', 'TEXT', 'TEXT', 'TEXT', 'NUMBER'] },
      { number: 5, cells: ['', '甲'] },
      { number: 6, cells: ['乙'] },
    ]);
  });

  it('tells the merged cells of its header before its rows, whatever stands between', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_none, index) => `<row r="${index + 1}"><c t="str"><v>第 ${index} 行 sheetData&gt;</v></c></row>`,
    );
    const sheet = `<sheetData>${many.join('')}</sheetData><mergeCells count="3"><mergeCell ref="A1:C2"/><mergeCell
      ref='B60:B19000' /><mergeCell ref="A61:B61"/></mergeCells>`;
    const [read] = await readSheets(workbookOf({ sheets: [sheet] }));
    expect(read?.rows).toHaveLength(20_000);
    expect(read?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 59, left: 1, bottom: 18_999, right: 1 },
    ]);
  });

  it('that is hidden is left out', async () => {
    const sheets = ['<sheetData/>', '<sheetData/>', row('<c><v>1</v></c>')];
    const read = await readSheets(workbookOf({ sheets, states: ['hidden', 'veryHidden', 'visible'] }));
    expect(read.map(({ name }) => name)).toEqual(['表3']);
  });
});

describe('a workbook', () => {
  const text: WorkbookText = {
    sheets: [
      row('<c t="s"><v>0</v></c><c s="1"><v>46357</v></c>') + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    ],
    strings: '<si><t>甲</t></si>',
    formats: ['General', 14],
  };
  const expected = [
    {
      name: '表1',
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      rows: [{ number: 1, cells: ['甲', '2026-12-01'], kinds: ['TEXT', 'DATE'] }],
    },
  ];

  it('is read when its elements have prefixes, and in gzip', async () => {
    const parts = partsOf(text).map((part) =>
      part.path.startsWith('xl/') && !part.path.includes('_rels')
        ? {
            ...part,
            content: String(part.content)
              .replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:')
              .replaceAll('xmlns=', 'xmlns:x='),
          }
        : part,
    );
    expect(await readSheets(archiveOf(parts))).toEqual(expected);
    await withOpened(gzipSync(archiveOf(parts)), (file) => {
      expect(file).toMatchObject({ format: 'xlsx', isCompressed: true, encoding: null, delimiter: null });
      return Promise.resolve();
    });
    expect(await readSheets(gzipSync(archiveOf(parts)))).toEqual(expected);
  });

  it('is read when it is Strict, has absolute targets, other cases of letters or parts that are not packed', async () => {
    const parts = partsOf(text).map((part) => ({
      ...part,
      isStored: true,
      path: part.path.replace('sharedStrings', 'SharedStrings'),
      content: String(part.content)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll('Target="worksheets', 'Target="/xl/worksheets'),
    }));
    expect(await readSheets(archiveOf(parts))).toEqual(expected);
  });

  it('in UTF-16 is read', async () => {
    const parts = partsOf(text).map((part) => ({
      ...part,
      content: Buffer.from(`\uFEFF${String(part.content)}`, 'utf16le'),
    }));
    expect(await readSheets(archiveOf(parts))).toEqual(expected);
  });

  it('that a spreadsheet program saved is read as the reader of whole files reads it', async () => {
    const bytes = await readFile(new URL('../fixtures/county.xlsx', import.meta.url));
    const limits = { unpackedBytes: 10_000_000, rows: 1000, columns: 100, sheets: 10 };
    const { tables } = await readSpreadsheet(bytes, null, limits);
    const read = await readSheets(bytes);
    expect(read.map((sheet) => ({ name: sheet.name, merges: sheet.merges, rows: filled(sheet) }))).toEqual(
      tables.map(({ name, merges, rows }) => ({ name, merges, rows })),
    );
  });

  it('comes back as it was written, whoever writes it', async () => {
    const content = fc.string({
      unit: fc.constantFrom('a', '价', ' ', '\n', '<', '&', '"', '𠀀', '1', '_', ']', '>'),
      minLength: 1,
    });
    const tables = fc.array(fc.array(fc.oneof(content, fc.constant('')), { maxLength: 6 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('inline', 'shared', 'other'), async (rows, how) => {
        const strings: string[] = [];
        const cell = (text: string): string => {
          if (how === 'inline') return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
          return `<c t="s"><v>${strings.push(`<si><t>${escaped(text)}</t></si>`) - 1}</v></c>`;
        };
        const sheet = `<sheetData>${rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData>`;
        const bytes =
          how === 'other'
            ? await writeXlsx({ sheets: [{ name: 'a', rows }] })
            : workbookOf({ sheets: [sheet], strings: strings.join('') });
        const trimmed = rows.map((cells) => cells.slice(0, cells.findLastIndex((one) => one !== '') + 1));
        while (trimmed.at(-1)?.length === 0) trimmed.pop();
        const [read] = await readSheets(bytes);
        expect(read === undefined ? [] : filled(read)).toEqual(trimmed);
      }),
      { numRuns: 60 },
    );
  });
});
