import type { MergedCells, SheetRow } from '../../../../core/table.ts';
import { cellText } from './cell-text.ts';
import { foldedHeading, headingMeaning, isYuanNote, type HeadingMeaning, type Vocabulary } from './headings.ts';

/** What stands above one column. */
export interface Heading {
  /** From 0. */
  readonly index: number;
  /** As it stands, those of several rows parted by " / "; empty when nothing does. */
  readonly text: string;
  /** Null when it means nothing here. */
  readonly meaning: HeadingMeaning | null;
}

/** Where a sheet says what its columns hold. */
export interface Header {
  /** Its first and last row, from 0 within the rows that were searched. */
  readonly first: number;
  readonly last: number;
  readonly headings: readonly Heading[];
}

/** A header stands in one of the first rows, under titles and remarks. */
export const SEARCHED_ROWS = 40;
const MOST_ROWS = 3;
/** A row that names so many columns may be a header. */
const LEAST_COLUMNS = 2;
const NUMBER = /^[¥￥]?[\d.,]+%?$/;
/** What a group of columns may be called together though no column is. */
const GROUP = /^(?:价格|收费|标准|项目|药品|耗材|产品|医保|生产|基本|价格信息|等级|公立|各级).*$/;

/** Finds a list's header by its words; null when no row names enough columns. */
export function findHeader(
  rows: readonly SheetRow[],
  merges: readonly MergedCells[],
  vocabulary: Vocabulary,
): Header | null {
  const scores = rows.map((row) => score(row, vocabulary));
  const best = Math.max(0, ...scores);
  if (best < LEAST_COLUMNS) return null;
  const main = scores.indexOf(best);
  const [first, last] = blockAround(rows, main, { merges, vocabulary });
  return { first, last, headings: headingsOf(rows.slice(first, last + 1), merges, vocabulary) };
}

interface Surroundings {
  readonly merges: readonly MergedCells[];
  readonly vocabulary: Vocabulary;
}

function score(row: SheetRow, vocabulary: Vocabulary): number {
  const named = new Set<string>();
  for (const text of row.cells) {
    const meaning = text.length > 60 ? null : headingMeaning(text, vocabulary);
    if (meaning !== null && meaning.cell !== 'ignored') named.add(`${meaning.cell} ${meaning.tier ?? ''}`);
  }
  return named.size;
}

/** The rows that belong to the header: those that its merged cells reach into, and those that hold headings alone. */
function blockAround(rows: readonly SheetRow[], main: number, { merges, vocabulary }: Surroundings): [number, number] {
  let [first, last] = [main, main];
  const number = (rows[main]?.number ?? 1) - 1;
  for (const { top, bottom } of merges) {
    if (top > number || bottom < number || bottom - top >= MOST_ROWS) continue;
    first = Math.max(0, Math.min(first, main - (number - top)));
    last = Math.min(rows.length - 1, Math.max(last, main + (bottom - number)));
  }
  const isWithin = () => last - first + 1 < MOST_ROWS;
  while (isWithin() && isSubHeader(rows[last + 1], rows[main], vocabulary)) last += 1;
  while (isWithin() && isUpperHeader(rows[first - 1], vocabulary)) first -= 1;
  return [first, last];
}

/** Whether a row goes on with the header above it: it names columns, and nothing in it is a value. */
function isSubHeader(row: SheetRow | undefined, main: SheetRow | undefined, vocabulary: Vocabulary): boolean {
  if (row === undefined || main === undefined) return false;
  let named = 0;
  for (const [index, text] of row.cells.entries()) {
    if (text.trim() === '') continue;
    if (NUMBER.test(foldedHeading(text)) || text.length > 30) return false;
    const isHeading = isYuanNote(text) || headingMeaning(text, vocabulary, true) !== null;
    if (isHeading) named += 1;
    const above = headingMeaning(main.cells[index] ?? '', vocabulary)?.cell;
    if (!isHeading && (above === 'name' || above === 'code' || above === 'unit')) return false;
  }
  return named > 0 && named * 2 >= row.cells.filter((text) => text.trim() !== '').length && !same(row, main);
}

/** Whether a row names groups of the columns under it. */
function isUpperHeader(row: SheetRow | undefined, vocabulary: Vocabulary): boolean {
  const texts = row?.cells.filter((text) => text.trim() !== '') ?? [];
  return (
    texts.length > 1 &&
    texts.every(
      (text) => text.length <= 12 && (GROUP.test(foldedHeading(text)) || headingMeaning(text, vocabulary) !== null),
    )
  );
}

function same(row: SheetRow, main: SheetRow): boolean {
  return main.cells.every((text, index) => foldedHeading(text) === foldedHeading(row.cells[index] ?? ''));
}

function headingsOf(rows: readonly SheetRow[], merges: readonly MergedCells[], vocabulary: Vocabulary): Heading[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const texts: string[] = [];
    rows.forEach((_row, at) => {
      const text = cellText(textAt(rows, at, index, merges));
      if (text !== '' && text !== texts.at(-1)) texts.push(text);
    });
    return { index, text: texts.join(' / '), meaning: combinedMeaning(texts, vocabulary) };
  });
}

/** What stands in a cell of the header, that of merged cells in each of them; without merges, groups reach to the right. */
function textAt(rows: readonly SheetRow[], at: number, index: number, merges: readonly MergedCells[]): string {
  const row = rows[at];
  const own = row?.cells[index] ?? '';
  if (row === undefined || own.trim() !== '') return own;
  const number = row.number - 1;
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= number && number <= bottom && left <= index && index <= right,
  );
  if (merge !== undefined) return rows.find((one) => one.number - 1 === merge.top)?.cells[merge.left] ?? '';
  const below = rows[at + 1]?.cells;
  if (below === undefined || (below[index] ?? '').trim() === '') return own;
  for (let left = index - 1; left >= 0; left -= 1) {
    const text = row.cells[left] ?? '';
    if ((below[left] ?? '').trim() === '') return own;
    if (text.trim() !== '') return text;
  }
  return own;
}

function combinedMeaning(all: readonly string[], vocabulary: Vocabulary): HeadingMeaning | null {
  const words = all.filter((text) => !isYuanNote(text));
  const texts = words.length === 0 ? all : words;
  const lower = texts.at(-1);
  if (lower === undefined) return null;
  const upper = texts.slice(0, -1).join('');
  if (upper === '') return headingMeaning(lower, vocabulary);
  const group = headingMeaning(upper, vocabulary);
  const own = headingMeaning(lower, vocabulary, group?.cell === 'amount' || /价|标准|收费/.test(upper));
  const isSide = group?.cell === 'ceiling' || group?.cell === 'paymentStandard' || group?.cell === 'ignored';
  if (isSide && own?.cell === 'amount') return { ...group, tier: own.tier, condition: own.condition };
  return headingMeaning(upper.replace(/信息|情况|$/, '') + lower, vocabulary) ?? own;
}
