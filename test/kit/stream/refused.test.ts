import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gb18030, problemOf } from '../../support/opened.ts';

const LIST = Buffer.from('编码,名称\n110200001,普通门诊诊查费\n'.repeat(2000));

const withWrongSum = (bytes: Buffer): Buffer => bytes.fill(7, bytes.length - 8, bytes.length - 4);

describe('a file that can not be read as it comes', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'FILE_UNREADABLE 空文件'],
    ['nothing in gzip', gzipSync(''), 'FILE_UNREADABLE 空文件'],
    ['gzip in gzip', gzipSync(gzipSync('a,b')), 'FILE_UNREADABLE gzip 压缩包里的 gzip 压缩包'],
    ['gzip that is cut off', gzipSync(LIST).subarray(0, 80), 'FILE_UNREADABLE 损坏或不完整的 gzip 压缩包'],
    ['gzip with a wrong sum', withWrongSum(gzipSync(LIST)), 'FILE_UNREADABLE 损坏或不完整的 gzip 压缩包'],
    ['an old workbook, whatever it is called', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'FILE_UNREADABLE .xls'],
    ['an old workbook in gzip', gzipSync(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), 'FILE_UNREADABLE .xls'],
    ['a PDF', '%PDF-1.7', 'FILE_UNREADABLE PDF 文件'],
    ['a page', ' \n<html xmlns="a"><table>', 'FILE_UNREADABLE 网页'],
    ['XML', '<?xml version="1.0"?><Workbook/>', 'FILE_UNREADABLE 网页'],
    ['an unknown encoding', Uint8Array.of(0x61, 0xff, 0xff, 0x62), 'FILE_UNREADABLE 其他编码'],
    ['UTF-8 whose last character is cut off', LIST.subarray(0, -2), 'FILE_UNREADABLE 在一个字的中间断开的文件'],
    [
      'GB18030 whose last character is cut off',
      gb18030('编码,名称\n1,诊查费').subarray(0, -1),
      'FILE_UNREADABLE 其他编码',
    ],
    ['a NUL', Buffer.concat([LIST, Buffer.from('1,甲\u0000乙\n')]), 'FILE_UNREADABLE 第 4001 行第 4 个字符是 NUL'],
    ['a NUL in GB18030', gb18030('编码\r\n甲\r乙\n\u0000'), 'FILE_UNREADABLE 第 4 行第 1 个字符是 NUL'],
    ['a quote that does not close', `a,b\n1,2\n"3,4\n${'5,6\n'.repeat(9)}`, 'FILE_UNREADABLE 第 3 行的引号不成对'],
    ['a cell that goes on after its quotes', 'a,b\n1,2\n3,"4"5\n', 'FILE_UNREADABLE 第 3 行的引号不成对'],
    ['such a cell far down', `${'1,2\n'.repeat(50_000)}3,"4"5\n`, 'FILE_UNREADABLE 第 50001 行的引号不成对'],
    ['a quote after which all is one cell', `a\n"${'1,2\n'.repeat(60_000)}`, 'FILE_UNREADABLE 第 2 行的引号不成对'],
    ['such a cell far from the end', `a,"4"5\n${'1,2\n'.repeat(60_000)}`, 'FILE_UNREADABLE 第 1 行的引号不成对'],
    [
      'a line too long',
      `a,b\n${'x'.repeat(200_001)}`,
      'LIMIT_EXCEEDED Expected at most 200000 characters in a line, got more in line 2',
    ],
    ['a row too long', `a\n"${'x\n'.repeat(150_000)}"`, 'FILE_UNREADABLE 第 2 行的引号不成对'],
    ['too many columns', `a\n${','.repeat(300)}b`, 'LIMIT_EXCEEDED Expected at most 300 columns, got 301 in row 2'],
    ['too many rows', '1\n'.repeat(100_001), 'LIMIT_EXCEEDED Expected at most 100000 rows'],
  ])('is refused: %s', async (_what, content, problem) => {
    expect(await problemOf(Buffer.from(content))).toContain(problem);
  });

  it('is refused at any byte where gzip was cut off', async () => {
    const whole = gzipSync(LIST);
    for (let length = 2; length < whole.length; length += 1) {
      expect(await problemOf(whole.subarray(0, length)), `after ${length} bytes`).toContain('FILE_UNREADABLE');
    }
  });

  it('is refused while it is unpacked when that is too much, or too much of the same', async () => {
    const lines = gzipSync('1,2\n'.repeat(1_000_000));
    expect(await problemOf(lines, { unpackedBytes: 1_000_000 })).toContain(
      'LIMIT_EXCEEDED Expected at most 1000000 bytes',
    );
    expect(await problemOf(gzipSync('1,2\n'.repeat(10_000_000)))).toContain(
      'LIMIT_EXCEEDED Expected at most 250 times',
    );
  });
});
