import { describe, expect, it } from 'vitest';
import type { MergedCells, Table } from '../../../../core/table.ts';
import { itemsOf, readCatalogueFile } from '../../../../subgraphs/catalogue/rules/sheet/catalogue-file.ts';

const CATEGORIES = [
  { code: '01', name: '行政许可类事项' },
  { code: '02', name: '行政处罚类事项' },
  { code: '11', name: '公共卫生服务类事项' },
];
const HEADER = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
];
const REST = ['办事指南', '《甲法》第1条', '20个工作日', '县卫生健康局', '■政府网站'];

const table = (rows: readonly (readonly string[])[], merges: readonly MergedCells[] = [], name = '目录'): Table => ({
  ...{ name, rows, merges },
});
const read = (...tables: readonly Table[]) => readCatalogueFile(tables, CATEGORIES);
const faultsOf = (...tables: readonly Table[]) =>
  read(...tables).faults.map(({ sheet, row, column, code }) => `${sheet ?? ''} ${String(row)}${column ?? ''} ${code}`);
const titlesOf = (...tables: readonly Table[]) =>
  itemsOf(read(...tables)).map((item) => `${item.categoryCode} ${item.title}`);
const down = (column: number, top: number, bottom: number): MergedCells => ({
  top,
  bottom,
  left: column,
  right: column,
});

describe('the items of a file', () => {
  it('stand under the first-level heading above them, merged or written once, over blank rows', () => {
    const rows = [
      HEADER,
      ['1', '行政许可', '甲', ...REST],
      [],
      ['2', '', '乙', ...REST],
      ['3', '行政处罚类', '丙', ...REST],
    ];
    expect(faultsOf(table(rows))).toEqual([]);
    expect(titlesOf(table(rows))).toEqual(['01 甲', '01 乙', '02 丙']);
    expect(titlesOf(table(rows, [down(1, 1, 3)]))).toEqual(['01 甲', '01 乙', '02 丙']);
  });

  it('stand under headings on rows of their own, or named by their sheets', () => {
    const [, , ...header] = HEADER;
    const section = table([
      header,
      ['一、行政许可类事项（共1项）'],
      ['甲', ...REST],
      ['二、行政处罚'],
      ['乙', ...REST],
    ]);
    expect(titlesOf(section)).toEqual(['01 甲', '02 乙']);
    expect(titlesOf(table([header, ['丙', ...REST]], [], '公共卫生服务'))).toEqual(['11 丙']);
  });

  it('of three levels join the second and the third, unless the second names the heading', () => {
    const header = [...HEADER.slice(0, 3), '三级事项', ...HEADER.slice(3)];
    expect(titlesOf(table([header, ['1', '行政许可', '机构许可', '设置', ...REST]]))).toEqual(['01 机构许可—设置']);
    const shifted = ['一级目录', '二级目录', '三级目录', ...HEADER.slice(3), '备注'];
    expect(titlesOf(table([shifted, ['医疗卫生', '行政处罚', '设置', ...REST, '无']]))).toEqual(['02 设置']);
  });

  it('go on over the rows that their title is merged over', () => {
    const rows = [HEADER, ['1', '行政许可', '甲', ...REST], ['', '', '', '许可结果', '', '7个工作日']];
    const merges = [down(1, 1, 2), down(2, 1, 2), down(6, 1, 2), down(7, 1, 2), down(4, 1, 2)];
    const { items, faults } = read(table(rows, merges));
    expect(faults).toEqual([]);
    expect(items[0]?.item.contentElements).toEqual(['办事指南', '许可结果']);
    expect(items[0]?.item.timeLimits.map(({ appliesTo, days }) => [appliesTo, days])).toEqual([
      ['INFORMATION', 20],
      ['RESULT', 7],
    ]);
  });

  it('have codes where numbers are codes, and none where they count rows', () => {
    const coded = (numbers: readonly string[]) =>
      itemsOf(read(table([HEADER, ...numbers.map((number) => [number, '行政许可', `甲${number}`, ...REST])]))).map(
        ({ code }) => code,
      );
    expect(coded(['0101', '0102'])).toEqual(['0101', '0102']);
    expect(coded(['101', '102'])).toEqual(['0101', '0102']);
    expect(coded(['1', '2', '3'])).toEqual([null, null, null]);
    expect(faultsOf(table([HEADER, ['0101', '行政许可', '甲', ...REST], ['0201', '', '乙', ...REST]]))).toEqual([
      '目录 3A CELL_NOT_UNDERSTOOD',
    ]);
  });

  it('are found under titles, headers of two rows and headers repeated on each page; notes are passed over', () => {
    const groups = [...HEADER, '公开对象', '', '公开方式：主动'];
    const parts = ['', '', '', '', '', '', '', '', '全社会', '特定群体(请写明)'];
    const row = ['1', '行政许可', '甲', ...REST, '', '申请人', '√'];
    const { items, faults, sheets } = read(
      table([['某县目录'], [], groups, parts, row, groups, parts, [], ['注：■为选中']]),
    );
    expect(faults).toEqual([]);
    expect(items.map(({ item, row: place }) => [item.audience, place])).toEqual([['SPECIFIC_GROUP', 4]]);
    expect(sheets[0]?.headerRow).toBe(4);
    expect(sheets[0]?.passedOver).toEqual([{ row: 9, text: '注：■为选中' }]);
  });
});

describe('what is wrong with a file', () => {
  it('is told in full: every cell of every row of every sheet', () => {
    const first = table([
      HEADER,
      ['1', '行政许可', '甲', '', '第5条', '长期', '', '■抖音'],
      ['2', '行政处分', '乙', ...REST],
      ['3', '', '', ...REST],
    ]);
    const second = table([HEADER, ['', '', '丙', ...REST]], [], '第二张');
    expect(faultsOf(first, second)).toEqual([
      '目录 2D VALUE_MISSING',
      '目录 2E CELL_NOT_UNDERSTOOD',
      '目录 2F CELL_NOT_UNDERSTOOD',
      '目录 2G VALUE_MISSING',
      '目录 2H CELL_NOT_UNDERSTOOD',
      '目录 3B CATEGORY_UNKNOWN',
      '目录 4C VALUE_MISSING',
      '第二张 2B VALUE_MISSING',
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ['a needed column missing', HEADER.slice(0, 7), '目录 1null COLUMN_MISSING'],
    ['a column twice', [...HEADER, '责任主体'], '目录 1I COLUMN_REPEATED'],
    ['no header', ['a', 'b'], '目录 1null SHEET_WITHOUT_HEADER'],
  ])('is %s', (_what, header, fault) => {
    expect(
      faultsOf(table([header, ['1', '行政许可', '甲', ...REST]])).map((one) => one.replace(/1(?= )/, '1null')),
    ).toEqual([fault]);
  });

  it('is an item that stands twice, in another sheet too, with the place of the first', () => {
    const [again] = read(
      table([HEADER, ['1', '行政许可', '甲 项', ...REST]]),
      table([HEADER, ['1', '行政许可', '甲项', ...REST]], [], '第二张'),
    ).faults;
    expect(again).toMatchObject({
      sheet: '第二张',
      row: 2,
      column: 'C',
      code: 'ITEM_REPEATED',
      expected: '「目录」C2',
    });
  });

  it('is a file without any item', () => {
    expect(faultsOf(table([HEADER]))).toEqual([' null ITEMS_MISSING']);
    expect(faultsOf()).toEqual([' null ITEMS_MISSING']);
  });

  it('is two ticks where one is to be, and none', () => {
    const header = [...HEADER, '全社会', '特定群体', '主动', '依申请', '县级', '乡级'];
    const rows = [
      header,
      ['1', '行政许可', '甲', ...REST, '√', '√', '', '', '', ''],
      ['2', '', '乙', ...REST, '√', '', 'x?', '√', '√', '√'],
    ];
    expect(faultsOf(table(rows))).toEqual([
      '目录 2I CELL_NOT_UNDERSTOOD',
      '目录 2K VALUE_MISSING',
      '目录 2M VALUE_MISSING',
      '目录 3K CELL_NOT_UNDERSTOOD',
    ]);
  });
});
