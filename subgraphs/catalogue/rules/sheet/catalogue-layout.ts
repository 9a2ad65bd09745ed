import type { CivilDate } from '../../../../core/civil-date.ts';
import type { MergedCells, Table } from '../../../../core/table.ts';
import type { ItemColumns, OpennessStage } from '../item-columns.ts';
import { writeBases } from './bases-cell.ts';
import type { CategoryName } from './category-name.ts';
import { writeChannels } from './channels-cell.ts';
import { headingOf, type ColumnKind } from './headings.ts';
import { listedCell } from './listed-parts.ts';
import { writeTimeLimits } from './time-limits-cell.ts';

/** A catalogue as it is written out. */
export interface WrittenCatalogue {
  readonly title: string;
  readonly edition: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly effectiveOn: CivilDate | null;
  /** In the order of their codes. */
  readonly items: readonly ItemColumns[];
}

/** A sheet in the official layout, and how it is shown. */
export interface CatalogueSheet extends Table {
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Rows from 0. */
  readonly titleRow: number;
  readonly headerRows: readonly [first: number, last: number];
  readonly lastRow: number;
}

interface LayoutColumn {
  readonly kind: ColumnKind;
  /** The heading over several columns; null for one that takes both rows of the header. */
  readonly group: string | null;
  readonly width: number;
  readonly cell: (item: ItemColumns, category: string) => string;
}

const STAGE_WORDS: Readonly<Record<OpennessStage, string>> = {
  ...{ DECISION: '决策', EXECUTION: '执行', MANAGEMENT: '管理', SERVICE: '服务', RESULT: '结果' },
};
const tick = (isSet: boolean): string => (isSet ? '√' : '');

/** The official columns, and behind them those that the hub adds so that nothing is lost. @see rule C5 */
const COLUMNS: readonly LayoutColumn[] = [
  { kind: 'code', group: null, width: 8, cell: ({ code }) => code ?? '' },
  { kind: 'category', group: '公开事项', width: 14, cell: (_item, category) => category },
  { kind: 'title', group: '公开事项', width: 28, cell: ({ title }) => title },
  { kind: 'contentElements', group: null, width: 34, cell: ({ contentElements }) => listedCell(contentElements) },
  { kind: 'bases', group: null, width: 36, cell: ({ bases }) => writeBases(bases) },
  { kind: 'timeLimits', group: null, width: 26, cell: ({ timeLimits }) => writeTimeLimits(timeLimits) },
  { kind: 'publisher', group: null, width: 18, cell: ({ publisher }) => publisher },
  { kind: 'channels', group: null, width: 36, cell: ({ channels }) => writeChannels(channels) },
  { kind: 'audienceWhole', group: '公开对象', width: 8, cell: ({ audience }) => tick(audience === 'WHOLE_SOCIETY') },
  {
    kind: 'audienceSpecific',
    group: '公开对象',
    width: 8,
    cell: ({ audience }) => tick(audience === 'SPECIFIC_GROUP'),
  },
  { kind: 'methodProactive', group: '公开方式', width: 8, cell: ({ method }) => tick(method === 'PROACTIVE') },
  { kind: 'methodOnRequest', group: '公开方式', width: 8, cell: ({ method }) => tick(method === 'ON_REQUEST') },
  { kind: 'levelCounty', group: '公开层级', width: 8, cell: ({ levels }) => tick(levels.includes('COUNTY')) },
  { kind: 'levelTownship', group: '公开层级', width: 8, cell: ({ levels }) => tick(levels.includes('TOWNSHIP')) },
  { kind: 'stage', group: null, width: 12, cell: ({ stage }) => (stage === null ? '' : STAGE_WORDS[stage]) },
  { kind: 'movedTo', group: null, width: 16, cell: ({ movedTo }) => movedTo ?? '' },
  { kind: 'isMandatory', group: null, width: 10, cell: ({ isMandatory }) => (isMandatory ? '是' : '否') },
  { kind: 'isInForce', group: null, width: 12, cell: ({ isInForce }) => (isInForce ? '是' : '否') },
];

const TITLE_ROW = 0;
const HEADER_ROW = 2;
const FIRST_ROW = 4;
const NOTES = [
  '注：1.同一一级事项只在首行填写，可合并单元格。2.公开内容、公开依据每行一项。3.公开时限可写两句：一般信息若干个工作日；结果信息若干个工作日。',
  '注：4.公开渠道和载体以■为选中、□为未选。5.公开对象、公开方式、公开层级以√勾选。6.右侧四列为本系统所加，可不填。',
];

/**
 * Lays out a catalogue as the official form has it: a title, a header of two rows with merged cells, the first-level
 * headings merged over their items, notes below.
 *
 * @see rule C5
 */
export function catalogueSheet(catalogue: WrittenCatalogue, categories: readonly CategoryName[]): CatalogueSheet {
  const names = new Map(categories.map(({ code, name }) => [code, name]));
  const items = catalogue.items.map((item, index) => {
    const category = names.get(item.categoryCode) ?? item.categoryCode;
    const isFirst = catalogue.items[index - 1]?.categoryCode !== item.categoryCode;
    return COLUMNS.map(({ cell }) => cell(item, isFirst ? category : ''));
  });
  const lastRow = FIRST_ROW + items.length - 1;
  const notes = NOTES.map((note) => [note]);
  return {
    name: '标准目录',
    rows: [[catalogue.title], [subtitle(catalogue)], ...headerCells(), ...items, ...notes],
    merges: [
      ...[TITLE_ROW, TITLE_ROW + 1, ...notes.map((_note, index) => lastRow + 1 + index)].map(wholeRow),
      ...headerMerges(),
      ...categoryMerges(catalogue.items),
    ],
    widths: COLUMNS.map(({ width }) => width),
    titleRow: TITLE_ROW,
    headerRows: [HEADER_ROW, HEADER_ROW + 1],
    lastRow,
  };
}

function subtitle({ regionName, regionCode, edition, effectiveOn }: WrittenCatalogue): string {
  const since = effectiveOn === null ? '' : `；自${effectiveOn}起施行`;
  return `行政区划：${regionName}（${regionCode}）；版本：${edition}${since}`;
}

function headerCells(): string[][] {
  const isFirstOfGroup = (index: number): boolean => COLUMNS[index - 1]?.group !== COLUMNS[index]?.group;
  return [
    COLUMNS.map(({ kind, group }, index) => (group === null ? headingOf(kind) : isFirstOfGroup(index) ? group : '')),
    COLUMNS.map(({ kind, group }) => (group === null ? '' : headingOf(kind))),
  ];
}

function headerMerges(): MergedCells[] {
  return COLUMNS.flatMap(({ group }, index): MergedCells[] => {
    if (group === null) return [{ top: HEADER_ROW, bottom: HEADER_ROW + 1, left: index, right: index }];
    if (COLUMNS[index - 1]?.group === group) return [];
    const right = COLUMNS.findLastIndex((column) => column.group === group);
    return [{ top: HEADER_ROW, bottom: HEADER_ROW, left: index, right }];
  });
}

/** The cells of a first-level heading, from its first item to its last. */
function categoryMerges(items: readonly ItemColumns[]): MergedCells[] {
  const column = COLUMNS.findIndex(({ kind }) => kind === 'category');
  const merges: MergedCells[] = [];
  items.forEach(({ categoryCode }, index) => {
    const row = FIRST_ROW + index;
    const last = merges.at(-1);
    if (last !== undefined && items[index - 1]?.categoryCode === categoryCode) {
      merges[merges.length - 1] = { ...last, bottom: row };
    } else merges.push({ top: row, bottom: row, left: column, right: column });
  });
  return merges.filter(({ top, bottom }) => bottom > top);
}

function wholeRow(row: number): MergedCells {
  return { top: row, bottom: row, left: 0, right: COLUMNS.length - 1 };
}
