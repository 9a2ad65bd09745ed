import type { ItemColumns, TimeLimit } from '../item-columns.ts';
import { readBases } from './bases-cell.ts';
import { cellReader, type CellReader } from './cell-reader.ts';
import { oneLine } from './cell-text.ts';
import { readChannels } from './channels-cell.ts';
import { readAudience, readLevels, readMethod, readStage, readYes } from './choices.ts';
import type { Grid } from './grid.ts';
import type { ItemRows } from './item-rows.ts';
import { listedParts } from './listed-parts.ts';
import type { SheetColumns } from './sheet-columns.ts';
import { cellFault, type SheetFault } from './sheet-fault.ts';
import { mergedLimits, readTimeLimits } from './time-limits-cell.ts';

/** An item as its cells say it, and what is wrong with them; of what is wrong the item holds something in its place. */
export interface ReadItem {
  readonly item: ItemColumns;
  /** The number as it stands in the sheet; whether numbers are codes only the whole file tells. */
  readonly number: string;
  readonly faults: readonly SheetFault[];
}

const OF_RESULTS = /结果|许可证|决定书/;
const OF_THE_WHOLE = /指南|法律|法规|政策|过程|程序/;

/**
 * Reads one item, of one row or of several that its title is merged over: lists of all rows are joined.
 *
 * @param isShifted - whether the second level names the category, so that the third alone is the title
 * @see rules C5, C6, C7, C8
 */
export function readItem(
  grid: Grid,
  columns: SheetColumns,
  { rows, category }: ItemRows,
  isShifted: boolean,
): ReadItem {
  const reader = cellReader(grid, columns, rows);
  const one = (text: string) => (oneLine(text) === '' ? { expected: '文字' } : { value: oneLine(text) });
  const item: ItemColumns = {
    code: null,
    categoryCode: category?.code ?? '',
    title: readTitle(reader, isShifted),
    contentElements: distinct(reader.readAll('contentElements', '每行一项公开内容', parts).flat()),
    bases: distinct(reader.readAll('bases', '每行一项依据', readBases).flat()),
    timeLimits: readLimits(reader),
    publisher: distinct(reader.readAll('publisher', '如：县卫生健康局', one)).join('、'),
    channels: distinct(reader.readAll('channels', '如：■政府网站', readChannels).flat()),
    audience: readAudience(reader),
    method: readMethod(reader),
    levels: readLevels(reader),
    stage: readStage(reader),
    movedTo: reader.cells('movedTo').map(({ text }) => oneLine(text))[0] ?? null,
    isMandatory: readYes(reader, 'isMandatory'),
    isInForce: readYes(reader, 'isInForce'),
  };
  const number = oneLine(reader.cells('code')[0]?.text ?? '');
  return { item, number, faults: reader.faults };
}

function parts(text: string) {
  const found = listedParts(text);
  return found.length === 0 ? { expected: '每行一项公开内容' } : { value: found };
}

function readTitle(reader: CellReader, isShifted: boolean): string {
  const [title = '', subtitle = ''] = (['title', 'subtitle'] as const).map((kind) =>
    oneLine(reader.cells(kind)[0]?.text ?? ''),
  );
  const words = isShifted || title === '' || subtitle === '' ? subtitle : `${title}—${subtitle}`;
  const whole = isShifted ? subtitle : words === '' ? title : words;
  if (whole === '') {
    const kind = reader.has('title') && !isShifted ? 'title' : 'subtitle';
    reader.refuse(kind, null, cellFault(kind, '', '事项名称'));
  }
  return whole;
}

function readLimits(reader: CellReader): readonly TimeLimit[] {
  const contents = new Map(reader.cells('contentElements').map(({ row, text }) => [row, text]));
  let merged: TimeLimit[] = [];
  const isFirst = (row: number): boolean => reader.cells('timeLimits')[0]?.row === row;
  reader.readAll('timeLimits', '如：自信息形成或者变更之日起20个工作日内', (text, row) => {
    const content = contents.get(row) ?? '';
    const isOfResults = !isFirst(row) && OF_RESULTS.test(content) && !OF_THE_WHOLE.test(content);
    const reading = readTimeLimits(text, isOfResults);
    if ('expected' in reading) return reading;
    const both = mergedLimits(merged, reading.value);
    if (both === null) return { expected: '与同一事项其他行相同的时限，或注明为结果信息的时限' };
    merged = both;
    return reading;
  });
  return merged;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
