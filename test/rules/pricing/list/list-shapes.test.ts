import { describe, expect, it } from 'vitest';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';
import { readTexts } from './reading.ts';

const TIERS = [
  { tier: '三级', synonyms: ['三级医院', '三甲'] },
  { tier: '二级', synonyms: ['二级医院', '二甲'] },
  { tier: '一级', synonyms: ['一级医院'] },
];

function tiersOf(rows: readonly (readonly string[])[], more: Parameters<typeof readTexts>[2] = {}) {
  return readTexts(rows, 'SERVICE', more).prices.map(({ price, column }) => [column, price.tier, price.amount]);
}
const codesOf = (rows: readonly (readonly string[])[], kind: PriceKind = 'SERVICE') =>
  readTexts(rows, kind).findings.map(({ code }) => code);

const ROW = ['110200001', '普通门诊诊查费', '次'];

describe('the prices of tiers', () => {
  const expected = [
    ['D', '三级', '70'],
    ['E', '二级', '60'],
    ['F', '一级', '50'],
  ];

  it('stand under one merged heading', () => {
    const rows = [
      ['项目编码', '项目名称', '计价单位', '价格（元）', '', '', '价格形式'],
      ['', '', '', '三级', '二级', '一级', ''],
      [...ROW, '70', '60', '50', '政府指导价'],
    ];
    const merges = [
      { top: 0, left: 3, bottom: 0, right: 5 },
      ...[0, 1, 2, 6].map((left) => ({ top: 0, left, bottom: 1, right: left })),
    ];
    expect(tiersOf(rows, { merges })).toEqual(expected);
    expect(tiersOf(rows)).toEqual(expected);
    expect(readTexts(rows, 'SERVICE', { merges })).toMatchObject({ findings: [], reading: { headerRows: [1, 2] } });
  });

  it.each([
    [['三级', '二级', '一级']],
    [['三级价格', '二级价格', '一级价格']],
    [['价格（三级）', '价格（二级）', '价格（一级）']],
    [['收费标准(元)三级', '收费标准(元)二级', '收费标准(元)一级']],
  ])('are told by headings such as %s', (headings) => {
    expect(
      tiersOf([
        ['项目编码', '项目名称', '单位', ...headings],
        [...ROW, '70', '60', '50'],
      ]),
    ).toEqual(expected);
  });

  it.each([
    '三甲',
    '省级',
    '市一',
    '县二',
    '三类医院',
    '三级甲等医院',
    '乡镇卫生院',
    '一级及以下',
    '社区卫生服务中心',
    '三级公立医院',
  ])('may be called %s', (tier) => {
    const rows = [
      ['项目编码', '项目名称', '单位', `${tier}价格`, '二级乙等价格'],
      [...ROW, '70', '60'],
    ];
    expect(tiersOf(rows).map(([, name]) => name)).toEqual([tier, '二级乙等']);
  });

  it('are left out where a cell is blank, and refused where all are', () => {
    const header = ['项目编码', '项目名称', '单位', '三级', '二级', '价格形式'];
    expect(tiersOf([header, [...ROW, '—', '60', '政府指导价']])).toEqual([['E', '二级', '60']]);
    expect(codesOf([header, [...ROW, '', '/', '政府指导价']])).toEqual(['PRICE_MISSING']);
  });

  it('are brought to the word of the dictionary, and told with the nearest words where it has none', () => {
    const rows = [['项目编码', '项目名称', '单位', '医院等级', '价格', '价格形式']];
    const row = (tier: string) => [...ROW, tier, '70', '政府指导价'];
    const read = readTexts([...rows, row('三甲'), row('四级'), row('一级/二级'), row('不分等级')], 'SERVICE', {
      tiers: TIERS,
    });
    expect(read.prices.map(({ price }) => price.tier)).toEqual(['三级', '四级', '一级/二级', '不分等级']);
    expect(read.findings).toMatchObject([
      { code: 'TIER_UNKNOWN', row: 3, column: 'D', got: '四级', expected: '三级、二级、一级' },
    ]);
  });

  it('come with the ceiling and payment standard of their own tier', () => {
    const rows = [
      ['项目编码', '项目名称', '单位', '三级价格', '二级价格', '三级最高限价', '二级医保支付标准', '价格形式'],
      [...ROW, '71', '60', '70', '55', '政府指导价'],
    ];
    const { prices, findings } = readTexts(rows, 'SERVICE');
    expect(prices.map(({ price }) => [price.ceiling, price.paymentStandard])).toEqual([
      ['70', null],
      [null, '55'],
    ]);
    expect(findings).toMatchObject([{ code: 'ABOVE_CEILING', row: 2, column: 'D', got: '71', expected: '70' }]);
  });
});

describe('a header', () => {
  it.each([
    ['医保支付标准', 'paymentStandard'],
    ['医保支付价（元）', 'paymentStandard'],
    ['最高限价（元）', 'ceiling'],
    ['政府最高指导价', 'ceiling'],
  ])('never takes %s for the price (rule H13)', (heading, readAs) => {
    const rows = [
      ['项目编码', '项目名称', '单位', heading, '收费标准'],
      [...ROW, '48', '55'],
    ];
    const { prices, reading } = readTexts(rows, 'SERVICE');
    expect(prices.map(({ price }) => price.amount)).toEqual(['55']);
    expect(reading.columns.find(({ column }) => column === 'D')?.readAs).toBe(readAs);
    const alone = [rows[0]?.slice(0, 4) ?? [], rows[1]?.slice(0, 4) ?? []];
    expect(codesOf(alone)).toEqual(['COLUMN_MISSING']);
  });

  it.each(['原价', '进价', '调整前价格', '批发价', '报销比例', '采购价（元）', '原零售价格'])(
    'leaves %s unread',
    (heading) => {
      const rows = [
        ['项目编码', '项目名称', '单位', heading, '价格'],
        [...ROW, '40', '55'],
      ];
      const { prices, reading } = readTexts(rows, 'SERVICE');
      expect(prices.map(({ price }) => price.amount)).toEqual(['55']);
      expect(reading.unreadColumns).toEqual([{ column: 'D', heading }]);
    },
  );

  it('takes the price that is charged now where another stands beside it', () => {
    const rows = [
      ['项目编码', '项目名称', '单位', '价格', '现行价格'],
      [...ROW, '40', '55'],
    ];
    expect(readTexts(rows, 'SERVICE').prices.map(({ price }) => price.amount)).toEqual(['55']);
  });

  it('stands under titles and lines of units, and may stand again in the middle', () => {
    const header = ['项目 编码', '项 目\n名 称', '计价\n单位', '价格\n（元）', '价格形式'];
    const row = [...ROW, '70', '政府指导价'];
    const rows = [
      ['某市人民医院医疗服务价格公示'],
      ['单位：元'],
      [],
      header,
      row,
      header,
      row,
      ['合计', '', '', '140'],
    ];
    const { prices, findings, reading } = readTexts([...rows, ['注：以上价格自2026年起执行']], 'SERVICE');
    expect(prices.map((price) => price.row)).toEqual([5, 7]);
    expect(findings).toEqual([]);
    expect(reading).toMatchObject({ headerRows: [4, 4], passedOver: 3, prices: 2 });
  });

  it('may name groups of columns above them', () => {
    const rows = [
      ['项目', '', '', '医保', '', '价格'],
      ['编码', '名称', '单位', '编码', '类别', '价格形式'],
    ];
    const whole = rows.map((row, at) => [...row, at === 0 ? '' : '收费标准']);
    const { prices, findings } = readTexts([...whole, [...ROW, '001102000010000', '甲', '政府指导价', '7']], 'SERVICE');
    expect(findings).toEqual([]);
    const price = { code: '110200001', nationalCode: '001102000010000', insuranceClass: '甲', amount: '7' };
    expect(prices).toMatchObject([{ price: { ...price, mode: 'GOVERNMENT_GUIDED' } }]);
  });

  it('names the unit where no column does', () => {
    const rows = [
      ['药品名称', '规格', '零售价（元/盒）', '生产企业'],
      ['阿莫西林胶囊', '0.25g*24粒', '12.5', '某药厂'],
    ];
    const { prices, findings } = readTexts(rows, 'DRUG');
    expect(prices.map(({ price }) => [price.unit, price.amount])).toEqual([['盒', '12.5']]);
    expect(findings).toEqual([]);
  });

  it.each([
    [
      'nothing like one',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      ['HEADER_NOT_FOUND'],
    ],
    ['nothing at all', [[], ['', '']], ['SHEET_BLANK']],
    ['no price', [['项目编码', '项目名称', '单位', '备注'], ROW], ['COLUMN_MISSING']],
    [
      'no unit',
      [
        ['项目编码', '项目名称', '价格', '价格形式'],
        ['110200001', '诊查费', '7', '政府指导价'],
      ],
      ['COLUMN_MISSING'],
    ],
    [
      'no code',
      [
        ['项目名称', '单位', '价格', '价格形式'],
        ['诊查费', '次', '7', '政府指导价'],
      ],
      ['CODES_MISSING'],
    ],
    ['no rows', [['项目编码', '项目名称', '单位', '价格']], ['PRICES_MISSING']],
    [
      'no form of price',
      [
        ['项目编码', '项目名称', '单位', '价格'],
        [...ROW, '7'],
      ],
      ['MODE_MISSING'],
    ],
    [
      'two lists side by side',
      [['项目编码', '项目名称', '单位', '价格', '项目名称', '单位', '价格', '价格形式']],
      ['COLUMN_REPEATED', 'COLUMN_REPEATED', 'COLUMN_AMBIGUOUS'],
    ],
    [
      'amounts by the ten thousand',
      [['单位：万元'], ['项目编码', '项目名称', '单位', '价格', '价格形式']],
      ['AMOUNT_SCALE'],
    ],
  ] as const)('with %s is told', (_what, rows, codes) => {
    expect(codesOf(rows)).toEqual(codes);
  });
});

describe('rows that are no prices', () => {
  const header = ['项目编码', '项目名称', '单位', '价格', '价格形式'];
  const row = [...ROW, '70', '政府指导价'];
  it.each([
    ['the heading of a group', ['1102', '诊查费', '', '', '']],
    ['a blank row', ['', '', '', '', '']],
    ['a sum', ['', '合计', '', '70', '']],
    ['a remark', ['注：加收项目另计', '', '', '', '']],
    ['signatures', ['制表人：某某', '', '审核人：某某', '日期：2026-11-01', '']],
    ['the number of a page', ['第 1 页', '', '', '', '']],
    ['the numbers of columns', ['1', '2', '3', '4', '5']],
  ])('such as %s are passed over', (_what, cells) => {
    const { prices, findings, reading } = readTexts([header, row, cells, row], 'SERVICE');
    expect(prices).toHaveLength(2);
    expect(findings).toEqual([]);
    expect(reading.passedOver).toBe(1);
  });

  it('are not those whose merged cells leave the name blank', () => {
    const header = ['耗材编码', '耗材名称', '规格', '单位', '价格'];
    const rows = [header, ['C0101010011303807555', '导管', '6F', '根', '70'], ['', '', '7F', '根', '80']];
    expect(readTexts(rows, 'CONSUMABLE').findings).toMatchObject([
      { code: 'NAME_MISSING', row: 3, column: 'B' },
      { code: 'CODE_MISSING', row: 3, column: 'A' },
    ]);
  });

  it('are not those whose name begins like a remark', () => {
    const rows = [header, ['120400001', '注射费', '次', '', '政府指导价'], row];
    expect(readTexts(rows, 'SERVICE').findings).toMatchObject([{ code: 'PRICE_MISSING', row: 2, column: 'D' }]);
  });
});
