import type { Grid } from './grid.ts';
import { findHeader, type Header, type HeaderColumn } from './header.ts';
import { headingOf, type ColumnKind } from './headings.ts';
import { clipped } from './cell-text.ts';
import { placeAt, type SheetFault } from './sheet-fault.ts';

/** The columns without which no item is whole. @see rules C5, C9 */
const NEEDED: readonly ColumnKind[] = ['contentElements', 'bases', 'timeLimits', 'publisher', 'channels'];

/** What counties' own layouts leave out, and what is then taken. */
const ASSUMED: readonly (readonly [kinds: readonly ColumnKind[], words: string])[] = [
  [['audience', 'audienceWhole', 'audienceSpecific'], '公开对象：全社会'],
  [['method', 'methodProactive', 'methodOnRequest'], '公开方式：主动'],
  [['levels', 'levelCounty', 'levelTownship'], '公开层级：县级'],
];

/** A sheet's columns by what they hold. */
export interface SheetColumns {
  readonly header: Header;
  readonly of: ReadonlyMap<ColumnKind, HeaderColumn>;
  /** What is taken where the sheet has no such column, in words. */
  readonly assumed: readonly string[];
}

/** Finds a sheet's columns, or every reason why its rows can not be read. */
export function sheetColumns(grid: Grid): { columns: SheetColumns | null; faults: SheetFault[] } {
  const header = findHeader(grid);
  if (header === null) return { columns: null, faults: [withoutHeader(grid)] };
  const of = new Map(header.columns.map((column) => [column.kind, column]));
  const place = placeAt(grid.name, header.last, null);
  const needed: ColumnKind[] = of.has('title') || of.has('subtitle') ? [...NEEDED] : ['title', ...NEEDED];
  const missing = needed
    .filter((kind) => !of.has(kind))
    .map((kind) => ({ ...place, code: 'COLUMN_MISSING' as const, expected: headingOf(kind), rules: ['C5'] }));
  const repeated = header.repeated.map((column) => ({
    ...placeAt(grid.name, header.last, column),
    code: 'COLUMN_REPEATED' as const,
    expected: headingOf(column.kind),
    got: [placeAt(grid.name, header.last, of.get(column.kind) ?? null), placeAt(grid.name, header.last, column)]
      .map(({ column: letters, heading }) => `${letters ?? ''} ${heading ?? ''}`)
      .join('；'),
    rules: ['C5'],
  }));
  const assumed = ASSUMED.filter(([kinds]) => !kinds.some((kind) => of.has(kind))).map(([, words]) => words);
  return { columns: { header, of, assumed }, faults: [...missing, ...repeated] };
}

function withoutHeader(grid: Grid): SheetFault {
  const row = Array.from({ length: grid.height }, (_, index) => index).find(
    (index) => grid.ownColumns(index).length > 0,
  );
  const texts = grid.ownColumns(row ?? 0).map((column) => grid.text(row ?? 0, column));
  return {
    ...placeAt(grid.name, row ?? 0, null),
    code: 'SHEET_WITHOUT_HEADER',
    expected: ['title', ...NEEDED].map((kind) => headingOf(kind as ColumnKind)).join('、'),
    got: clipped(texts.join(' ')),
    rules: ['C5'],
  };
}
