import fc from 'fast-check';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';

/** A list that nothing is wrong with: its cells by what they hold, row by row, and what its columns are called. */
export interface DrawnList {
  readonly kind: PriceKind;
  /** Rows above the header. */
  readonly above: readonly (readonly string[])[];
  readonly columns: readonly { readonly cell: string; readonly heading: string }[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const HAN = Array.from('超声心电图检查血常规肝功能阿莫西林胶囊注射液一次性使用导管敷料治疗护理康复彩色多普勒浅表器官');
const word = (least: number, most: number) =>
  fc.array(fc.constantFrom(...HAN), { minLength: least, maxLength: most }).map((signs) => signs.join(''));
const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''));
const price = fc.oneof(
  fc.integer({ min: 2, max: 8_000 }).map((number) => String(number)),
  fc.integer({ min: 201, max: 499_999 }).map((number) => (number / 100).toFixed(2)),
  fc.integer({ min: 1_000, max: 99_999 }).map((number) => `0.${String(number)}`.slice(0, 6)),
  fc.integer({ min: 1_000, max: 4_999 }).map((number) => `${String(number)[0] ?? '1'},${String(number).slice(1)}.50`),
  fc.constantFrom(
    '¥120.50',
    '35元',
    '１２．５',
    '80.00',
    '100-300',
    '医院自主确定',
    '100～300元',
    '免费',
    '100至300元',
  ),
);

const prefix = fc.constantFrom('1102', '1201', '2203', '2501', '3101', '3306', '4200');
const serviceCode = fc.oneof(
  fc.tuple(prefix, digits(5)).map((parts) => parts.join('')),
  fc.tuple(prefix, digits(5), fc.constantFrom('-1', '-a', '01', 'a', '/1')).map(([a, b, c]) => a + b + c),
  fc.tuple(prefix, digits(5)).map(([a, b]) => `00${a}${b}0000`),
  fc.tuple(prefix, digits(5)).map(([a, b]) => `${a}${b}（ACAC001）`),
  fc.tuple(prefix, digits(5)).map(([a, b]) => `00${a}${b}0000-${a}${b}`),
  fc.constantFrom('ACAC001', 'B0012', 'ZY-0301', '10023'),
);
const drugCode = fc.oneof(
  digits(5).map((tail) => `XJ01CAA040A0010101${tail}`),
  digits(5).map((tail) => `ZA01AAA00010101${tail}`),
  fc.constantFrom('Y00012', '2400123'),
);
const consumableCode = fc.oneof(
  digits(19).map((tail) => `C${tail}`),
  digits(26).map((tail) => `C${tail}`),
);

type Cells = Readonly<Record<string, { readonly headings: readonly string[]; readonly texts: fc.Arbitrary<string> }>>;

const COMMON: Cells = {
  insuranceClass: {
    headings: ['医保类别', '医保属性', '报销类别'],
    texts: fc.constantFrom('甲类', '乙', '丙类', '自费', ''),
  },
  note: { headings: ['备注', '说明', '计价说明'], texts: fc.oneof(word(0, 8), fc.constant('每日限收一次；加收另计')) },
};

const CELLS: Readonly<Record<PriceKind, Cells>> = {
  SERVICE: {
    code: { headings: ['项目编码', '收费编码', '物价 编码', '项目\n编码', '项目代码（9位）'], texts: serviceCode },
    name: { headings: ['项目名称', '收费项目', '名  称', '医疗服务项目名称'], texts: word(2, 12) },
    unit: {
      headings: ['计价单位', '单位', '计价\r\n单位'],
      texts: fc.constantFrom('次', '日', '每个部位', '小时·床', '项', '单侧'),
    },
    amount: {
      headings: ['价格（元）', '收费标准(元)', '价格', '单价／元', '执行价格', '现行价格（元）'],
      texts: price,
    },
    mode: {
      headings: ['价格形式', '定价方式', '管理形式'],
      texts: fc.constantFrom('政府指导价', '市场调节价', '政府定价', '自主定价'),
    },
    content: { headings: ['项目内涵', '内涵'], texts: word(0, 30) },
    exclusions: { headings: ['除外内容'], texts: word(0, 10) },
    selfPayPercent: {
      headings: ['自付比例', '个人自付比例（%）'],
      texts: fc.constantFrom('10%', '0', '100', '', '5%'),
    },
    basis: {
      headings: ['文号依据', '依据'],
      texts: fc.constantFrom('苏价医〔2005〕213号', '', '黑医保发〔2022〕60号'),
    },
    effectiveOn: {
      headings: ['执行日期', '生效日期'],
      texts: fc.constantFrom('2026-11-01', '2024/3/1', '2024年3月1日', '20240301', ''),
    },
    ...COMMON,
  },
  DRUG: {
    code: { headings: ['医保药品代码', '药品编码', '国家医保编码'], texts: drugCode },
    name: { headings: ['药品名称', '通用名', '品名'], texts: word(2, 12) },
    specification: {
      headings: ['规格', '药品规格'],
      texts: fc.constantFrom('0.25g*24粒', '10ml:0.5g', '100mg×12片/板'),
    },
    unit: { headings: ['单位', '计价单位'], texts: fc.constantFrom('盒', '支', '瓶', '片', 'g', 'ml') },
    amount: { headings: ['零售价', '零售价格（元）', '单价', '销售价(元)'], texts: price },
    manufacturer: { headings: ['生产企业', '生产厂家', '产地', '厂家'], texts: word(4, 12) },
    dosageForm: { headings: ['剂型'], texts: fc.constantFrom('片剂', '胶囊剂', '注射剂') },
    approvalNumber: { headings: ['批准文号'], texts: digits(8).map((tail) => `国药准字H${tail}`) },
    standardCode: { headings: ['本位码', '药品本位码'], texts: digits(12).map((tail) => `86${tail}`) },
    procurement: { headings: ['集采标识', '是否集采'], texts: fc.constantFrom('是', '', '第三批') },
    ...COMMON,
  },
  CONSUMABLE: {
    code: { headings: ['医保耗材代码', '耗材编码', '医保编码（27位）'], texts: consumableCode },
    name: { headings: ['耗材名称', '材料名称', '产品名称'], texts: word(2, 12) },
    specification: { headings: ['规格型号', '规格'], texts: fc.constantFrom('6F 100cm', 'A-12', '7.5#') },
    unit: { headings: ['单位', '计价单位'], texts: fc.constantFrom('个', '套', '根', '包') },
    amount: { headings: ['价格', '单价（元）', '销售价'], texts: price },
    manufacturer: { headings: ['生产企业', '生产厂商'], texts: word(4, 12) },
    approvalNumber: {
      headings: ['注册证号', '注册证号/备案号'],
      texts: fc.oneof(
        digits(7).map((tail) => `国械注准2016${tail}`),
        fc.constantFrom('苏宁械备20150123', '国食药监械(准)字2014第3660001号', ''),
      ),
    },
    ...COMMON,
  },
};

/** Cells that every list has; of the others a drawn one has some. */
const NEEDED = ['code', 'name', 'unit', 'amount', 'mode', 'specification'];

/** Lists that nothing is wrong with, in many a shape. */
export function drawnList(kind: PriceKind, least: number): fc.Arbitrary<DrawnList> {
  const cells = CELLS[kind];
  const others = Object.keys(cells).filter((cell) => !NEEDED.includes(cell));
  const needed = Object.keys(cells).filter((cell) => NEEDED.includes(cell));
  const column = (cell: string) =>
    fc.constantFrom(...(cells[cell]?.headings ?? [])).map((heading) => ({ cell, heading }));
  const row = fc.record(Object.fromEntries(Object.entries(cells).map(([cell, { texts }]) => [cell, texts])));
  return fc
    .subarray(others)
    .chain((some) => fc.shuffledSubarray([...needed, ...some], { minLength: needed.length + some.length }))
    .chain((order) =>
      fc.record({
        kind: fc.constant(kind),
        above: fc.subarray([
          ['某医院价目公示表', '', ''],
          ['', ''],
          ['单位：元', '', '公示日期：2026-11-01'],
        ]),
        columns: fc.tuple(...order.map(column)),
        rows: fc.array(row, { minLength: least, maxLength: least + 6 }),
      }),
    );
}

/** A list as rows of cells. */
export function cellsOf({ above, columns, rows }: DrawnList): string[][] {
  return [
    ...above.map((cells) => [...cells]),
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ cell }) => row[cell] ?? '')),
  ];
}
