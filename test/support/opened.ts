import { Fault } from '../../core/fault.ts';
import { Refused } from '../../core/refusal.ts';
import type { MergedCells, SheetRow } from '../../core/table.ts';
import { spool } from '../../subgraphs/kit/spool.ts';
import type { StreamLimits } from '../../subgraphs/kit/spreadsheet/limits.ts';
import { openRows, type OpenedFile } from '../../subgraphs/kit/spreadsheet/stream/open-rows.ts';

const LIMITS: StreamLimits = {
  unpackedBytes: 50_000_000,
  rows: 100_000,
  columns: 300,
  sheets: 20,
  recordCharacters: 200_000,
  sharedTextBytes: 5_000_000,
};

/** A sheet with all of its rows. */
export interface ReadSheet {
  readonly name: string | null;
  readonly merges: readonly MergedCells[];
  readonly rows: readonly SheetRow[];
}

/** Opens bytes as a file that was sent, and disposes of it. */
export async function withOpened<Value>(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  use: (file: OpenedFile) => Promise<Value>,
  limits: Partial<StreamLimits> = {},
): Promise<Value> {
  const file = await spool(bytes instanceof Uint8Array ? oneByOne([bytes]) : bytes);
  try {
    return await use(await openRows(file, { ...LIMITS, ...limits }));
  } finally {
    await file.dispose();
  }
}

/** All sheets of a file. */
export function readSheets(bytes: Uint8Array, limits: Partial<StreamLimits> = {}): Promise<ReadSheet[]> {
  return withOpened(bytes, sheetsOf, limits);
}

export async function sheetsOf(file: OpenedFile): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  for await (const { name, merges, rows } of file.sheets()) {
    const all: SheetRow[] = [];
    for await (const batch of rows) all.push(...batch);
    sheets.push({ name, merges, rows: all });
  }
  return sheets;
}

/** What is wrong with a file, by its code and words; `read` when nothing is. */
export async function problemOf(bytes: Uint8Array, limits: Partial<StreamLimits> = {}): Promise<string> {
  try {
    await readSheets(bytes, limits);
    return 'read';
  } catch (error) {
    if (error instanceof Refused)
      return `${error.refusals.map(({ code }) => code).join()} ${error.refusals[0]?.got ?? ''}`;
    if (error instanceof Fault) return `${error.code} ${error.message}`;
    throw error;
  }
}

/** Values as they come. */
export async function* oneByOne<Value>(values: Iterable<Value>): AsyncGenerator<Value, void, void> {
  for (const value of values) yield await Promise.resolve(value);
}

/** A text in GB18030: two bytes for what GBK has, four for the rest. */
export function gb18030(text: string): Buffer {
  return Buffer.concat(Array.from(text).map((character) => Buffer.from(bytesOfCharacter(character))));
}

const known = new Map<string, readonly number[]>();

function bytesOfCharacter(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code > 0xffff) return fourBytes(code - 0x10000, 0x90);
  if (known.size === 0) learn();
  const bytes = known.get(character);
  if (bytes === undefined) throw new Error(`${character} is not among the characters that tests use.`);
  return bytes;
}

/** The decoder of the platform tells which bytes a character has. */
function learn(): void {
  const decoder = new TextDecoder('gb18030');
  for (let place = 0; place < 2 * 12_600; place += 1) {
    const bytes = fourBytes(place, 0x81);
    known.set(decoder.decode(Uint8Array.from(bytes)), bytes);
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

function fourBytes(place: number, lead: number): number[] {
  const [third, second] = [Math.floor(place / 10), Math.floor(place / 1260)];
  return [lead + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (third % 126), 0x30 + (place % 10)];
}
