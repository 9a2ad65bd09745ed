import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded } from '../../../subgraphs/kit/spreadsheet/stream/decoded.ts';
import { quickRecords } from '../../../subgraphs/kit/spreadsheet/stream/quick-records.ts';
import { RecordReader } from '../../../subgraphs/kit/spreadsheet/stream/record-reader.ts';
import { gb18030, oneByOne, readSheets, sheetsOf, withOpened } from '../../support/opened.ts';

const LIST =
  '编码,名称,计价单位,价格\r\n110200001,"普通门诊诊查费,含挂号",次,10.5\n㐀㐁𠀀,"第一行\r\n第二行 ""引""",人·日,0.1265\r末,,"",';
const textOf = async (pieces: Iterable<Uint8Array>): Promise<string> => {
  let text = '';
  for await (const piece of decoded(oneByOne(pieces), 'gb18030')) text += piece;
  return text;
};

describe('a text in GB18030', () => {
  const bytes = gb18030(LIST);

  it('is the same wherever it is split in two, byte by byte', async () => {
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(await textOf([bytes.subarray(0, at), bytes.subarray(at)]), `split at byte ${at}`).toBe(LIST);
    }
  });

  it('is the same when it comes in single bytes', async () => {
    expect(await textOf([...bytes].map((byte) => Uint8Array.of(byte)))).toBe(LIST);
  });

  it.each([65_535, 65_536, 65_537, 131_071])(
    'is the same in a file whose pieces end after %i bytes',
    async (before) => {
      const [sheet] = await readSheets(
        Buffer.concat([Buffer.from('a,b\n'.repeat(before / 4)), gb18030('\n㐀㐁𠀀一,丁')]),
      );
      expect(sheet?.rows.at(-1)?.cells).toEqual(['㐀㐁𠀀一', '丁']);
    },
  );
});

/** Cells with all that may be difficult in them. */
const cell = fc.oneof(
  fc.constantFrom('', '110200001', '普通门诊诊查费（含挂号）', '0.1265', "'", "'=1", "'甲", '\uFEFF', '𠀀'),
  fc.string({ unit: fc.constantFrom('"', ',', '\t', ';', '|', '\n', '\r', ' ', 'a', '价', "'", '=') }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 });
const delimiter = fc.constantFrom(',', '\t', ';', '|');
const quoted = (text: string, sign: string, always: boolean): string =>
  always || /["\r\n]/.test(text) || text.includes(sign) ? `"${text.replaceAll('"', '""')}"` : text;
const written = fc
  .tuple(table, delimiter, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.boolean())
  .map(([rows, sign, lineEnd, always, isEnded]) => ({
    sign,
    text:
      rows.map((row) => row.map((text) => quoted(text, sign, always)).join(sign)).join(lineEnd) +
      (isEnded ? lineEnd : ''),
  }));
/** Every cell by one expression: in quotes, or without one at its beginning. Null where none fits. */
const reference = (text: string, sign: string): string[][] | null => {
  const one = `(?:"((?:[^"]|"")*)"|((?:[^"${sign}\\r\\n][^${sign}\\r\\n]*)?))(${sign === '|' ? '\\|' : sign}|\\r\\n|\\r|\\n|$)`;
  const cell = new RegExp(one, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length || record.length > 0) {
    const found = cell.exec(text);
    if (found === null) return null;
    const [, inQuotes, plain = '', end = ''] = found;
    record.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === sign) continue;
    records.push(record);
    record = [];
    if (end === '') break;
  }
  return records;
};
const strictReference = (text: string, sign: string): string[][] =>
  parse(text, { delimiter: sign, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
const anyText = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', 'a', ' ', '价'), maxLength: 40 });

describe('records', () => {
  it('are those that csv-parse finds, in any text that is well formed', () => {
    fc.assert(
      fc.property(written, ({ text, sign }) => {
        expect(quickRecords(text, sign)).toEqual({
          records: strictReference(text, sign),
          end: text.length,
          fault: null,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('are those that one expression finds, in any text at all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { records, fault } = quickRecords(text, ',');
        expect(fault === null ? records : null).toEqual(reference(text, ','));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [
      '6" 导管,5"×4"\n末,1',
      [
        ['6" 导管', '5"×4"'],
        ['末', '1'],
      ],
    ],
    [
      '="001102000010000",门诊\n"=""110200001""",x',
      [
        ['001102000010000', '门诊'],
        ['110200001', 'x'],
      ],
    ],
    ['="甲""乙",="1+1\n', [['甲"乙', '="1+1']]],
  ])('keep quotes within cells, and texts written as formulas: %s', (text, records) => {
    for (let at = 0; at <= text.length; at += 1) {
      const reader = new RecordReader(',', 1000);
      expect([...reader.take(text.slice(0, at)), ...reader.take(text.slice(at)), ...reader.end()]).toEqual(records);
    }
  });

  it('are the same in whatever pieces a text comes, and so is their refusal', () => {
    const inPieces = (text: string, cuts: readonly number[], sign: string): string[][] | null => {
      const places = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort(
        (a, b) => a - b,
      );
      const reader = new RecordReader(sign, 10_000);
      try {
        const records = places.slice(1).flatMap((to, index) => reader.take(text.slice(places[index], to)));
        return [...records, ...reader.end()].map((cells) => [...cells]);
      } catch {
        return null;
      }
    };
    const unmarked = (rows: string[][] | null) =>
      rows?.map((row) =>
        row.map((text) => {
          if (/^'[=+\-@\t\r]/.test(text)) return text.slice(1);
          return /^="(?:[^"]|"")*"$/.test(text) ? text.slice(2, -1).replaceAll('""', '"') : text;
        }),
      ) ?? null;
    const some = fc.oneof(
      written,
      anyText.map((text) => ({ text, sign: ',' })),
    );
    fc.assert(
      fc.property(some, fc.array(fc.nat(), { maxLength: 8 }), ({ text, sign }, cuts) => {
        expect(inPieces(text, cuts, sign)).toEqual(unmarked(reference(text, sign)));
      }),
      { numRuns: 3000 },
    );
  });
});

const encode = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-16': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
};

describe('a text file', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(LIST), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${LIST}`), 'UTF-8'],
    ['UTF-16', encode['UTF-16'](LIST), 'UTF-16'],
    ['UTF-16 with its bytes the other way', encode['UTF-16'](LIST).swap16(), 'UTF-16'],
    ['GB18030', gb18030(LIST), 'GB18030'],
  ])('in %s is read with mixed line ends and line breaks in cells', async (_name, bytes, encoding) => {
    for (const [sent, isCompressed] of [
      [bytes, false],
      [gzipSync(bytes), true],
    ] as const) {
      await withOpened(sent, async (file) => {
        expect(file).toMatchObject({ format: 'csv', isCompressed, encoding, delimiter: ',' });
        expect(await sheetsOf(file)).toEqual([
          {
            name: null,
            merges: [],
            rows: [
              { number: 1, cells: ['编码', '名称', '计价单位', '价格'] },
              { number: 2, cells: ['110200001', '普通门诊诊查费,含挂号', '次', '10.5'] },
              { number: 3, cells: ['㐀㐁𠀀', '第一行\r\n第二行 "引"', '人·日', '0.1265'] },
              { number: 4, cells: ['末', '', '', ''] },
            ],
          },
        ]);
      });
    }
  });

  it('whose first megabytes are figures is decided by its end', async () => {
    const rows = Array.from({ length: 60_000 }, (_none, index) => `${index},110200001,10.5`).join('\n');
    await withOpened(Buffer.concat([Buffer.from(rows), gb18030('\n末,名称,次')]), async (file) => {
      expect(file.encoding).toBe('GB18030');
      const [sheet] = await sheetsOf(file);
      expect(sheet?.rows).toHaveLength(60_001);
      expect(sheet?.rows.at(-1)).toEqual({ number: 60_001, cells: ['末', '名称', '次'] });
    });
  });

  it.each([['\t'], [';'], ['|']])('may be divided by %j', async (sign) => {
    await withOpened(Buffer.from(`编码${sign}名称\n1${sign}"a${sign}b"`), async (file) => {
      expect(file.delimiter).toBe(sign);
      expect((await sheetsOf(file))[0]?.rows[1]?.cells).toEqual(['1', `a${sign}b`]);
    });
  });

  it('counts blank lines, and takes away the mark of a text that looks like a formula', async () => {
    const [sheet] = await readSheets(Buffer.from("a,b\r\n\r\n'=1+1,'甲\n"));
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: [''] },
      { number: 3, cells: ['=1+1', "'甲"] },
    ]);
  });

  it('comes in batches that are neither crumbs nor everything', async () => {
    const sizes = await withOpened(Buffer.from('1,2\n'.repeat(50_500)), async (file) => {
      const lengths: number[] = [];
      for await (const sheet of file.sheets()) for await (const batch of sheet.rows) lengths.push(batch.length);
      return lengths;
    });
    expect(sizes).toEqual([...Array.from({ length: 50 }, () => 1000), 500]);
  });

  it('can be read again from its beginning, also after a part of it was read', async () => {
    await withOpened(gzipSync(Buffer.from('1,2\n'.repeat(5000))), async (file) => {
      for await (const sheet of file.sheets()) {
        for await (const batch of sheet.rows) if (batch.length > 0) break;
      }
      expect((await sheetsOf(file))[0]?.rows).toHaveLength(5000);
    });
  });

  it('that is as wide as the sheet it came from is read to its last cell', async () => {
    const [sheet] = await readSheets(Buffer.from(`a,b${','.repeat(1000)}\n`));
    expect(sheet?.rows).toEqual([{ number: 1, cells: ['a', 'b'] }]);
  });
});

describe('JSON', () => {
  it('comes as text without its byte order mark, in one line as long as it likes', async () => {
    const json = `{"hospital_name":"West Mercy","standard_charge_information":[${'{"description":"甲"},'.repeat(50_000)}{}]}`;
    for (const bytes of [Buffer.from(`\uFEFF ${json}`), gzipSync(Buffer.from(` ${json}`))]) {
      await withOpened(bytes, async (file) => {
        expect(file).toMatchObject({ format: 'json', encoding: 'UTF-8', delimiter: null });
        expect(await sheetsOf(file)).toEqual([]);
        let text = '';
        for await (const piece of file.text()) text += piece;
        expect(text === ` ${json}`).toBe(true);
      });
    }
  });

  it('is told from a table that begins with a bracket', async () => {
    const formatOf = (text: string) => withOpened(Buffer.from(text), (file) => Promise.resolve(file.format));
    expect(await formatOf('[2026]1号,价格')).toBe('csv');
    expect(await formatOf('{编码},价格')).toBe('csv');
    expect(await formatOf('\r\n [ {"a":1}]')).toBe('json');
    expect(await formatOf('{ }')).toBe('json');
  });
});
