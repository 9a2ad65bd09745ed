import { isBlank } from './cell-text.ts';
import type { Grid } from './grid.ts';
import { isHeading } from './header.ts';
import type { SheetColumns } from './sheet-columns.ts';

/** What a row below the header is for. */
export type RowRole = 'blank' | 'heading' | 'section' | 'note' | 'item' | 'continuation';

const NOTE = /^[\s（(【[]*(?:注|备注|说明|填表|填报|制表|审核|联系|负责人|单位|日期|附|合计|小计|总计|共计)/;
/** A number alone makes no row: forms come with rows that are numbered and not filled in. */
const COUNTING = /^\s*[\d.、（）()-]{1,8}\s*$/;
/** A cell merged over so many columns is a remark, not a value. */
const WIDE = 3;

/**
 * What each row below the header is for, without looking at what its cells mean. A row goes on with the item above it
 * when its title is the same merged cell. In a text file such a row has neither number, title, publisher nor channels.
 */
export function rowRole(grid: Grid, row: number, { of }: SheetColumns): RowRole {
  const own = grid.ownColumns(row);
  const numbered = of.get('code')?.index;
  if (own.every((column) => column === numbered && COUNTING.test(grid.text(row, column)))) return 'blank';
  if (isHeading(grid, row)) return 'heading';
  const texts = own.map((column) => grid.text(row, column));
  if (texts.every((text) => NOTE.test(text)) || (own.length <= WIDE && NOTE.test(texts[0] ?? ''))) return 'note';
  const [only] = own;
  if (own.length === 1 && only !== undefined && only !== of.get('title')?.index && only !== of.get('subtitle')?.index) {
    return 'section';
  }
  if (own.length === 1 && only !== undefined && only + WIDE - 1 < grid.width) {
    if (grid.areOne(row, only, only + WIDE - 1)) return 'section';
  }
  return goesOn(grid, row, { of }) ? 'continuation' : 'item';
}

function goesOn(grid: Grid, row: number, { of }: Pick<SheetColumns, 'of'>): boolean {
  if (grid.isFlat) {
    const kinds = ['code', 'category', 'title', 'subtitle', 'publisher', 'channels'] as const;
    return kinds.every((kind) => isBlank(grid.text(row, of.get(kind)?.index ?? grid.width)));
  }
  const [title, subtitle] = [of.get('title')?.index, of.get('subtitle')?.index];
  const isTitleContinued = title === undefined || grid.isContinued(row, title);
  if (subtitle === undefined) return title !== undefined && isTitleContinued;
  return isTitleContinued && (grid.isContinued(row, subtitle) || isBlank(grid.text(row, subtitle)));
}
