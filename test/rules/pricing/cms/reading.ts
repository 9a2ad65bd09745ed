import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { civilDate } from '../../../../core/civil-date.ts';
import type { SheetRow } from '../../../../core/table.ts';
import { SHARED_DATA } from '../../../../prisma/sample/made.ts';
import { readCmsJson } from '../../../../subgraphs/pricing/commands/importing/read-cms-json.ts';
import { cmsReader } from '../../../../subgraphs/pricing/rules/cms/cms-reader.ts';
import type { Finding } from '../../../../subgraphs/pricing/rules/finding.ts';
import { FINDINGS } from '../../../../subgraphs/pricing/rules/finding-codes.ts';
import type {
  ListedPrice,
  ReaderOptions,
  SheetReading,
} from '../../../../subgraphs/pricing/rules/reading/sheet-reader.ts';

export const OPTIONS: ReaderOptions = {
  kind: 'SERVICE',
  sheet: null,
  merges: [],
  tiers: [],
  today: civilDate('2026-11-24'),
  effectiveOn: civilDate('2026-12-01'),
};

/** All that was read of a file. */
export interface Read {
  readonly prices: readonly ListedPrice[];
  readonly findings: readonly Finding[];
  readonly reading: SheetReading;
}

export const sharedText = (path: string): Promise<string> => readFile(join(SHARED_DATA, 'prices', path), 'utf8');

/** The rows of a file as its reader hands them on: blank ones counted, line ends of any kind, no byte order mark. */
export function rowsOf(text: string): SheetRow[] {
  const records: string[][] = parse(text.replaceAll(/\r\n?/g, '\n'), { bom: true, relax_column_count: true });
  return records.map((cells, index) => ({ number: index + 1, cells }));
}

/** Reads rows in batches of so many. */
export function readRows(rows: readonly SheetRow[], batch = rows.length || 1): Read {
  const reader = cmsReader(OPTIONS);
  const stretches = [];
  for (let at = 0; at < rows.length; at += batch) stretches.push(reader.take(rows.slice(at, at + batch)));
  stretches.push(reader.end());
  return {
    prices: stretches.flatMap(({ prices }) => prices),
    findings: stretches.flatMap(({ findings }) => findings),
    reading: reader.reading(),
  };
}

/** Findings as one reads them: the code and the cell. */
export function cellsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code, row, column }) => `${code} ${column ?? ''}${String(row ?? '')}`.trim());
}

export const errorsOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ code }) => FINDINGS[code].severity === 'ERROR');

/** Pieces of a text, so many characters each. */
async function* piecesOf(text: string, length = 10_000): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield await Promise.resolve(text.slice(at, at + length));
}

/** Reads a JSON file that comes in pieces. */
export async function readJson(text: string, length?: number): Promise<Read> {
  const file = readCmsJson(piecesOf(text, length), OPTIONS);
  const stretches = [];
  for await (const stretch of file) stretches.push(stretch);
  return {
    prices: stretches.flatMap(({ prices }) => prices),
    findings: stretches.flatMap(({ findings }) => findings),
    reading: file.reading(),
  };
}
