import { Fault } from '../../../../core/fault.ts';
import type { SheetRow } from '../../../../core/table.ts';
import { openRows, type OpenedFile } from '../../../kit/spreadsheet/stream/open-rows.ts';
import type { OpenedSheet } from '../../../kit/spreadsheet/stream/opened-file.ts';
import type { Spooled } from '../../../kit/spool.ts';
import { isCmsHeader } from '../../rules/cms/headings.ts';
import { cmsReader } from '../../rules/cms/cms-reader.ts';
import { FINDINGS } from '../../rules/finding-codes.ts';
import { listReader } from '../../rules/list/list-reader.ts';
import type { ReaderOptions, SheetReader, SheetReading, Stretch } from '../../rules/reading/sheet-reader.ts';
import { readCmsJson } from './read-cms-json.ts';

/** What a price file may be at most. */
const PRICE_FILE_LIMITS = {
  unpackedBytes: 8_000_000_000,
  rows: 20_000_000,
  columns: 500,
  sheets: 100,
  recordCharacters: 1_000_000,
  sharedTextBytes: 100_000_000,
} as const;

/** What a reader must know that the file itself does not tell. */
export type Asked = Omit<ReaderOptions, 'sheet' | 'merges'> & {
  /** Only the sheet of this name; null for all that are shown. */
  readonly onlySheet: string | null;
};

/** A file of prices that is read as it comes. */
export interface PriceFile extends Pick<OpenedFile, 'format' | 'isCompressed' | 'encoding' | 'delimiter'> {
  /** Its prices and what is found in it; to be asked for once. */
  stretches(): AsyncGenerator<Stretch, void, void>;
  /** How its sheets were understood, once all stretches have come. */
  readings(): readonly SheetReading[];
}

/**
 * Opens a file of prices, whichever form it has: a hospital's own list, or the US standard charge file.
 *
 * @throws Refused with the code FILE_UNREADABLE, at once or while it is read
 * @throws Fault LIMIT_EXCEEDED
 */
export async function openPriceFile(file: Spooled, asked: Asked): Promise<PriceFile> {
  const opened = await openRows(file, PRICE_FILE_LIMITS);
  const readings: SheetReading[] = [];
  const { format, isCompressed, encoding, delimiter } = opened;
  return {
    ...{ format, isCompressed, encoding, delimiter },
    stretches: () =>
      withoutPrices(format === 'json' ? fromJson(opened, asked, readings) : fromSheets(opened, asked, readings)),
    readings: () => readings,
  };
}

/** A file in which nothing is priced and nothing is wrong, such as a workbook of blank sheets, is no list either. */
async function* withoutPrices(stretches: AsyncGenerator<Stretch, void, void>): AsyncGenerator<Stretch, void, void> {
  let isBlank = true;
  for await (const stretch of stretches) {
    isBlank &&=
      stretch.prices.length === 0 && stretch.findings.every(({ code }) => FINDINGS[code].severity !== 'ERROR');
    yield stretch;
  }
  if (!isBlank) return;
  const place = { sheet: null, row: null, column: null, heading: null };
  yield { prices: [], findings: [{ code: 'PRICES_MISSING', ...place, got: null, expected: null }] };
}

async function* fromJson(
  opened: OpenedFile,
  asked: Asked,
  readings: SheetReading[],
): AsyncGenerator<Stretch, void, void> {
  const reading = readCmsJson(opened.text(), { ...asked, sheet: null, merges: [] });
  yield* reading;
  readings.push(reading.reading());
}

/**
 * The sheets of a file one after the other. A sheet without a header among others that have one is an explanation, a
 * cover or a chart; only when no sheet has one is that a fault.
 */
async function* fromSheets(
  opened: OpenedFile,
  asked: Asked,
  readings: SheetReading[],
): AsyncGenerator<Stretch, void, void> {
  const headless: Stretch[] = [];
  const names: (string | null)[] = [];
  for await (const sheet of opened.sheets()) {
    names.push(sheet.name);
    if (asked.onlySheet !== null && sheet.name !== asked.onlySheet) continue;
    const stretches = fromSheet(sheet, asked, readings);
    let last: Stretch | null = null;
    for await (const stretch of stretches) {
      if (last !== null) yield last;
      last = stretch;
    }
    if (last === null) continue;
    if (readings.at(-1)?.headerRows === null) headless.push(last);
    else yield last;
  }
  if (asked.onlySheet !== null && readings.length === 0) throw noSuchSheet(asked.onlySheet, names);
  if (readings.every(({ headerRows }) => headerRows === null)) yield* headless;
}

async function* fromSheet(
  { name, merges, rows }: OpenedSheet,
  asked: Asked,
  readings: SheetReading[],
): AsyncGenerator<Stretch, void, void> {
  const options = { ...asked, sheet: name, merges };
  let started: SheetReader | undefined;
  for await (const batch of rows) {
    started ??= readerFor(batch[0], options);
    yield started.take(batch);
  }
  const reader = started ?? listReader(options);
  const last = reader.end();
  readings.push(reader.reading());
  yield last;
}

function readerFor(first: SheetRow | undefined, options: ReaderOptions): SheetReader {
  return first !== undefined && isCmsHeader(first) ? cmsReader(options) : listReader(options);
}

function noSuchSheet(name: string, names: readonly (string | null)[]): Fault {
  const known = names.map((one) => JSON.stringify(one ?? '')).join(', ');
  return new Fault('BAD_USER_INPUT', `sheet: expected one of ${known}, got ${JSON.stringify(name)}.`);
}
