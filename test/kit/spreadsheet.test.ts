import { readFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../core/fault.ts';
import { Refused } from '../../core/refusal.ts';
import { readSpreadsheet } from '../../subgraphs/kit/spreadsheet/read-spreadsheet.ts';

const LIMITS = { unpackedBytes: 1_000_000, rows: 50, columns: 20, sheets: 5 };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, name: string | null = null) => readSpreadsheet(bytes, name, LIMITS);
const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url));
const problemOf = async (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof Refused) return `${error.message} ${error.refusals[0]?.got ?? ''}`;
      return error instanceof Fault ? `${error.code} ${error.message}` : String(error);
    },
  );

describe('a text file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf('序号,事项\n1,甲')],
    ['UTF-8 with a byte order mark', bytesOf('\uFEFF序号,事项\r\n1,甲\r\n')],
    ['GB18030', Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xca, 0xc2, 0xcf, 0xee, 0x0a, 0x31, 0x2c, 0xbc, 0xd7])],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFF序号\t事项\n1\t甲', 'utf16le'))],
    ['semicolons', bytesOf('序号;事项\n1;甲')],
    ['quotes', bytesOf('"序号","事项"\n"1","甲"')],
  ])('is read in %s', async (_how, bytes) => {
    const { format, tables } = await read(bytes, '/some/目录.csv');
    expect(format).toBe('csv');
    expect(tables).toEqual([
      {
        name: '目录',
        merges: [],
        rows: [
          ['序号', '事项'],
          ['1', '甲'],
        ],
      },
    ]);
  });

  it('counts rows as spreadsheet programs do: blank ones count, line breaks in quotes do not', async () => {
    const { tables } = await read(bytesOf('a,b\r\n\r\n"一\r\n二","say ""hi"""\r\n,\r\n末,'));
    expect(tables[0]?.rows).toEqual([['a', 'b'], [''], ['一\r\n二', 'say "hi"'], ['', ''], ['末', '']]);
  });

  it('has Chinese beyond GBK in GB18030', async () => {
    const { tables } = await read(Uint8Array.from([0x81, 0x39, 0xee, 0x39, 0x2c, 0x31]));
    expect(tables[0]?.rows).toEqual([['㐀', '1']]);
  });
});

describe('a workbook', () => {
  it('that a spreadsheet program saved gives its merged cells, rich text and formulas, and no hidden sheet', async () => {
    const { format, tables } = await read(await fixture('county.xlsx'));
    expect(format).toBe('xlsx');
    expect(tables.map(({ name }) => name)).toEqual(['标准目录', '公共卫生服务', 'Sheet3']);
    const [main] = tables;
    expect(main?.rows[4]?.slice(1, 4)).toEqual([
      '行政许可类\n事项',
      '医疗机构设置审批',
      '1.法律法规和政策文件\n2.办事指南',
    ]);
    expect(main?.rows[8]?.[2]).toBe('医疗机构设置审批（变更）');
    expect(main?.merges).toContainEqual({ top: 4, bottom: 8, left: 1, right: 1 });
  });

  it('gives numbers, days and truth as text', async () => {
    const rows = [['0101', 20, 0.5, true, new Date(Date.UTC(2026, 10, 24)), null, 'x']];
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows }] });
    expect((await read(bytes)).tables[0]?.rows).toEqual([['0101', '20', '0.5', 'TRUE', '2026-11-24', '', 'x']]);
  });
});

describe('a file that can not be taken', () => {
  it.each<[string, number[] | string, string]>([
    ['nothing', '', 'FILE_UNREADABLE 空文件'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'FILE_UNREADABLE .xls'],
    ['a PDF', '%PDF-1.7', 'FILE_UNREADABLE PDF 文件'],
    ['a page', '<!DOCTYPE html><table>', 'FILE_UNREADABLE 网页'],
    ['an unknown encoding', [0x61, 0xff, 0xff, 0x62], 'FILE_UNREADABLE 其他编码'],
    ['bytes', [0x61, 0x00, 0x62], 'FILE_UNREADABLE 其他编码'],
    ['quotes that do not close', 'a,b\n"c,d\n', 'FILE_UNREADABLE 第'],
    ['half an archive', [0x50, 0x4b, 3, 4, 20], 'FILE_UNREADABLE 不完整的压缩包'],
    ['too many rows', 'a\n'.repeat(51), 'LIMIT_EXCEEDED Expected at most 50 rows'],
    ['too many columns', ','.repeat(20), 'LIMIT_EXCEEDED Expected at most 20 columns'],
  ])('is refused: %s', async (_what, content, problem) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : Uint8Array.from(content);
    expect(await problemOf(bytes)).toContain(problem);
  });

  it('is refused before it is unpacked when it would unpack to too much', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['x'.repeat(2_000_000)]] }], stringMode: 'inline' });
    expect(bytes.length).toBeLessThan(20_000);
    expect(await problemOf(bytes)).toContain('LIMIT_EXCEEDED Expected at most 1000000 bytes once unpacked');
  });

  it('is refused at any byte where it was cut off', async () => {
    const bytes = await fixture('county.xlsx');
    for (let length = 4; length < bytes.length; length += 97) {
      expect(await problemOf(bytes.subarray(0, length))).toContain('FILE_UNREADABLE');
    }
  });

  it('is refused when its merged cells overlap', async () => {
    const merges = Array.from({ length: 30 }, () => ({ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }));
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
          merges,
        },
      ],
    });
    expect(await problemOf(bytes)).toContain('FILE_UNREADABLE 合并单元格互相重叠');
  });
});
