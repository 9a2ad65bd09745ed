import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gb18030 } from '../support/opened.ts';
import { workbookOf } from '../support/workbooks.ts';

const READER = new URL('readers/read-file.ts', import.meta.url).pathname;

interface Outcome {
  readonly rows: number;
  readonly outcome: string;
  readonly megabytes: number;
  readonly milliseconds: number;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readers-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads a file in a process of its own. */
async function readAlone(name: string): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', READER, join(folder, name)]);
  console.log(`${name}: ${stdout.trim()}`);
  return JSON.parse(stdout) as Outcome;
}

async function write(name: string, pieces: Iterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(join(folder, name)));
}

const utf8 = (text: string): Buffer => Buffer.from(text);

it.each<[string, (text: string) => Buffer, string]>([
  ['utf-8.csv', utf8, ''],
  ['quoted.csv', utf8, '"'],
  ['gb18030.csv', gb18030, ''],
])('reads a million rows of ten columns in little memory: %s', async (name, encode, quote) => {
  const end = encode(`,${quote}普通门诊诊查费${quote},次,10.5000,甲类,含挂号费 不得另收,2026-12-01,0.1265,三级,备注\n`);
  const rows = function* () {
    for (let piece = 0; piece < 1000; piece += 1) {
      const codes = Array.from({ length: 1000 }, (_none, index) =>
        Buffer.from(String(110_200_000 + piece * 1000 + index)),
      );
      yield Buffer.concat(codes.flatMap((code) => [code, end]));
    }
  };
  await write(name, rows());
  const { rows: read, outcome, megabytes } = await readAlone(name);
  expect([read, outcome]).toEqual([1_000_000, 'read']);
  expect(megabytes).toBeLessThan(300);
});

it('reads a workbook of 200,000 rows of twelve columns, 1,600,000 of whose texts differ, in little memory', async () => {
  const strings: string[] = [];
  const rows = Array.from({ length: 200_000 }, (_row, index) => {
    const cells = Array.from({ length: 12 }, (_cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${index + 1}`;
      if (column >= 8) return `<c r="${place}" s="0"><v>${index}.${column}0000000001</v></c>`;
      return `<c r="${place}" t="s"><v>${strings.push(`<si><t>普通门诊诊查费 ${index}-${column}</t></si>`) - 1}</v></c>`;
    });
    return `<row r="${index + 1}" spans="1:12">${cells.join('')}</row>`;
  });
  await writeFile(
    join(folder, 'large.xlsx'),
    workbookOf({ sheets: [`<sheetData>${rows.join('')}</sheetData>`], strings: strings.join('') }),
  );
  const { rows: read, outcome, megabytes } = await readAlone('large.xlsx');
  expect([read, outcome]).toEqual([200_000, 'read']);
  expect(megabytes).toBeLessThan(400);
});

it('refuses a line of two gigabytes in gzip at once', async () => {
  const line = function* () {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    yield Buffer.from('编码,名称\n');
    for (let count = 0; count < 2048; count += 1) yield piece;
  };
  await pipeline(Readable.from(line()), createGzip({ level: 1 }), createWriteStream(join(folder, 'line.csv.gz')));
  const { outcome, megabytes, milliseconds } = await readAlone('line.csv.gz');
  expect(outcome).toContain('Expected at most 1000000 characters in a line');
  expect(megabytes).toBeLessThan(200);
  expect(milliseconds).toBeLessThan(2000);
});

it('refuses a line of 300 megabytes that is not packed, without keeping it', async () => {
  const line = function* () {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let count = 0; count < 300; count += 1) yield piece;
  };
  await write('line.csv', line());
  const { outcome, megabytes } = await readAlone('line.csv');
  expect(outcome).toContain('Expected at most 1000000 characters in a line');
  expect(megabytes).toBeLessThan(200);
});
