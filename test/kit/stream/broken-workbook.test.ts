import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archiveOf, type Part } from '../../support/archives.ts';
import { problemOf } from '../../support/opened.ts';
import { partsOf, workbookOf, type WorkbookText } from '../../support/workbooks.ts';

const TEXT: WorkbookText = {
  sheets: ['<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>10.5</v></c></row></sheetData>'],
  strings: '<si><t>甲</t></si>',
};
const SHEET = 'xl/worksheets/sheet1.xml';
/** The workbook with one part changed. */
const changed = (path: string, change: (part: Part) => Partial<Part>): Buffer =>
  archiveOf(partsOf(TEXT).map((part) => (part.path === path ? { ...part, ...change(part) } : part)));
const without = (path: string): Buffer => archiveOf(partsOf(TEXT).filter((part) => part.path !== path));
const withSheet = (content: string): Buffer => changed(SHEET, () => ({ content }));
const sheetOf = (rows: string): Buffer => workbookOf({ ...TEXT, sheets: [`<sheetData>${rows}</sheetData>`] });
const merged = (...refs: string[]): Buffer =>
  workbookOf({
    ...TEXT,
    sheets: [`<sheetData/><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`],
  });
const DAMAGED = 'FILE_UNREADABLE 无法打开的工作簿';

describe('a workbook that is not whole', () => {
  it.each<[string, Buffer, string]>([
    [
      'a ZIP archive of something else',
      archiveOf([{ path: 'prices.csv', content: 'a,b' }]),
      '压缩包里没有 .xlsx 的工作簿',
    ],
    ['an empty archive', archiveOf([]), '压缩包里没有 .xlsx 的工作簿'],
    [
      'a binary workbook',
      changed('_rels/.rels', ({ content }) => ({ content: String(content).replace('.xml', '.bin') })),
      '压缩包里没有 .xlsx 的工作簿',
    ],
    ['without its sheet', without(SHEET), `缺少 ${SHEET}`],
    ['without what it points to', without('xl/_rels/workbook.xml.rels'), '缺少工作表“表1”'],
    ['without its workbook', without('xl/workbook.xml'), '缺少 xl/workbook.xml'],
    [
      'without its shared texts',
      changed('xl/_rels/workbook.xml.rels', ({ content }) => ({
        content: String(content).replace(/<Relationship Id="rIdStrings"[^>]*>/, ''),
      })),
      '没有第 0 个共享文字',
    ],
    ['with a wrong sum', changed(SHEET, () => ({ declared: { sum: 7 } })), '与校验和不符'],
    ['with too small a declared size', changed(SHEET, () => ({ declared: { size: 20 } })), '比注明的长'],
    ['with too large a declared size', changed(SHEET, () => ({ declared: { size: 9000 } })), '与校验和不符'],
    ['with a password', changed(SHEET, () => ({ declared: { flags: 1 } })), '有密码'],
    ['packed in an unknown way', changed(SHEET, () => ({ declared: { method: 12 } })), '不支持的压缩方法 12'],
    ['packed in a way that is not so', changed(SHEET, () => ({ isStored: true, declared: { method: 8 } })), 'Z_'],
    ['with XML that is cut off', withSheet('<worksheet><sheetData><row><c><v>1</v></c>'), 'XML 有误'],
    ['with a tag that does not match', withSheet('<worksheet><sheetData></worksheet></sheetData>'), 'XML 有误'],
    ['with an entity nobody declared', sheetOf('<row><c t="str"><v>&lol;</v></c></row>'), 'XML 有误'],
    ['with a part that is blank', withSheet(''), '空的 XML'],
    [
      'with bytes that are no text',
      changed(SHEET, () => ({ content: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) })),
      'XML 的编码有误',
    ],
    [
      'with entities that expand',
      withSheet(
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
      ),
      'XML 里有 DTD',
    ],
    ['with elements in elements without end', withSheet('<a>'.repeat(100_000)), 'XML 嵌套过深'],
    [
      'with a text without end',
      withSheet(`<worksheet><sheetData><row><c><v>${random(3_000_000)}`),
      'XML 里有过长的内容',
    ],
    ['with a tag without end', withSheet(`<worksheet a="${random(3_000_000)}`), 'XML 里有过长的内容'],
    ['with a comment without end', withSheet(`<worksheet><!-- ${random(3_000_000)}`), 'XML 里有过长的内容'],
    ['whose rows go back', sheetOf('<row r="3"/><row r="2"/>'), '行号是 2'],
    ['with a row beyond any sheet', sheetOf('<row r="1048577"/>'), '行号是 1048577'],
    ['with a cell that has no place', sheetOf('<row><c r="1A"><v>1</v></c></row>'), '单元格 1A'],
    ['with a shared text that there is not', sheetOf('<row><c t="s"><v>1</v></c></row>'), '没有第 1 个共享文字'],
    ['with a kind of cell that there is not', sheetOf('<row><c t="z"><v>1</v></c></row>'), '未知的单元格类型 z'],
  ])('is refused: %s', async (_what, bytes, problem) => {
    const got = await problemOf(bytes);
    expect(got).toContain(DAMAGED);
    expect(got).toContain(problem);
  });

  it('is refused when its merged cells overlap', async () => {
    const overlapping = Array.from({ length: 30 }, () => 'A1:KN60');
    expect(await problemOf(merged(...overlapping))).toContain('FILE_UNREADABLE 合并单元格互相重叠');
    expect(await problemOf(merged('A1:B2', 'A1:B2', 'A61:B61'))).toBe('read');
  });

  it('is refused at any byte where it was cut off', async () => {
    const small = workbookOf(TEXT);
    for (let length = 4; length < small.length; length += 1) {
      expect(await problemOf(small.subarray(0, length)), `after ${length} bytes`).toContain('FILE_UNREADABLE');
    }
    const saved = await readFile(new URL('../fixtures/county.xlsx', import.meta.url));
    for (let length = 4; length < saved.length; length += 4999) {
      expect(await problemOf(saved.subarray(0, length)), `after ${length} bytes`).toContain('FILE_UNREADABLE');
    }
    expect(await problemOf(gzipSync(saved.subarray(0, 5000)))).toContain('FILE_UNREADABLE');
  });

  it('is read or refused for one reason, whatever byte of it is wrong', async () => {
    const whole = workbookOf(TEXT);
    for (let at = 4; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      expect(await problemOf(bytes), `byte ${at}`).toMatch(/^(?:read$|FILE_UNREADABLE|LIMIT_EXCEEDED)/);
    }
  });
});

describe('a workbook that is too much', () => {
  const bomb = (size: number, declared?: number) => {
    const content = Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(size, ' ')]);
    return changed(SHEET, () => ({ content, ...(declared === undefined ? {} : { declared: { size: declared } }) }));
  };

  it.each<[string, Buffer, string]>([
    [
      'a part that unpacks to too much',
      bomb(60_000_000),
      'LIMIT_EXCEEDED Expected at most 50000000 bytes once unpacked',
    ],
    [
      'a part that hides how much',
      bomb(60_000_000, 4000),
      'FILE_UNREADABLE 无法打开的工作簿（xl/worksheets/sheet1.xml 比注明的长',
    ],
    ['a part of nothing but the same', bomb(20_000_000), 'LIMIT_EXCEEDED Expected at most 250 times the packed size'],
    [
      'parts that are too much together',
      archiveOf(partsOf({ ...TEXT, sheets: ['', ''].map(() => `<sheetData/><a>${random(300_000)}</a>`) })),
      'LIMIT_EXCEEDED Expected at most 500000 bytes',
    ],
    [
      'too many sheets',
      workbookOf({ sheets: Array.from({ length: 21 }, () => '<sheetData/>') }),
      'LIMIT_EXCEEDED Expected at most 20 sheets',
    ],
    [
      'too many columns',
      sheetOf('<row><c r="KO1"><v>1</v></c></row>'),
      'LIMIT_EXCEEDED Expected at most 300 columns, got 301 in row 1',
    ],
    ['too many rows', sheetOf('<row r="100001"><c><v>1</v></c></row>'), 'LIMIT_EXCEEDED Expected at most 100000 rows'],
    [
      'too many shared texts',
      workbookOf({ ...TEXT, strings: `<si><t>${random(1000)}</t></si>`.repeat(6000) }),
      'LIMIT_EXCEEDED Expected at most 5000000 bytes of texts',
    ],
    [
      'too many parts',
      archiveOf(Array.from({ length: 10_001 }, (_none, index) => ({ path: `${index}`, content: '', isStored: true }))),
      'LIMIT_EXCEEDED Expected at most 10000 parts',
    ],
  ])('is refused: %s', async (what, bytes, problem) => {
    const limits = what.includes('together') ? { unpackedBytes: 500_000 } : {};
    expect(await problemOf(bytes, limits)).toContain(problem);
  });

  it('is read when what is too much is no part of any sheet', async () => {
    const picture = { path: 'xl/media/image1.png', content: Buffer.alloc(60_000_000) };
    expect(await problemOf(archiveOf([...partsOf(TEXT), picture]))).toBe('read');
  });
});

/** A text that hardly packs. */
function random(length: number): string {
  let state = 1;
  const signs = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    signs[at] = 97 + ((state >>> 16) % 26);
  }
  return signs.toString('latin1');
}
