import { describe, expect, it } from 'vitest';
import { headingMeaning } from '../../../../subgraphs/pricing/rules/list/headings.ts';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';

const NO_TIERS = new Set<string>();
const cellOf = (heading: string, kind: PriceKind) => headingMeaning(heading, { kind, tiers: NO_TIERS })?.cell ?? null;

describe('a heading', () => {
  it.each([
    [
      'code',
      [
        '项目编码',
        '收费编码',
        '物价编码',
        '项目 编码',
        '项目\r\n编码',
        '项目编码（9位）',
        '*项目编码',
        '编码',
        '项目代码',
      ],
    ],
    ['nationalCode', ['国家医保编码', '国家编码(15位)', '国家项目代码', '医保编码', '国家贯标编码']],
    [
      'name',
      ['项目名称', '收费项目', '名　称', '医疗服务项目名称', '１．项目名称', 'Item Name', '医疗服务价格项目日称'],
    ],
    ['unit', ['计价单位', '单位', '计价\n单位', '计量单位', '收费单位']],
    [
      'amount',
      [
        '价格',
        '价格（元）',
        '价格/元',
        '单价(元)',
        '收费标准（元/次）',
        '执行价格',
        '现行价格',
        '本院执行价',
        'Unit Price (CNY)',
      ],
    ],
    [
      'ceiling',
      [
        '最高限价',
        '最高限价（元）',
        '政府指导价上限',
        '最高指导价',
        '政府最高限价',
        '山西省最高收费标准',
        '省级最高限价（元）',
      ],
    ],
    ['paymentStandard', ['支付标准', '医保支付标准（元）', '医保支付价', '医保支付限额', '医保最高支付标准']],
    ['mode', ['价格形式', '定价方式', '价格管理形式']],
    ['insuranceClass', ['医保类别', '医保属性', '报销类别']],
    ['selfPayPercent', ['自付比例', '个人自付比例（%）', '先行自付比例']],
    ['content', ['项目内涵', '内涵']],
    ['exclusions', ['除外内容']],
    ['note', ['说明', '计价说明', '备注', '备 注']],
    ['basis', ['文号依据', '依据', '价格文号', '批准文号']],
    ['effectiveOn', ['执行日期', '生效时间']],
    ['tier', ['医院等级', '等级', '医疗机构级别']],
    ['condition', ['交易条件']],
    ['ignored', ['序号', '序 号', 'No.', '联系电话', '执行科室', '原价', '进价', '报销比例']],
  ] as const)('of services is read as %s', (cell, headings) => {
    for (const heading of headings) expect([heading, cellOf(heading, 'SERVICE')]).toEqual([heading, cell]);
  });

  it.each([
    ['DRUG', 'code', ['医保药品代码', '药品编码', '国家药品代码', '医保编码']],
    ['DRUG', 'name', ['药品名称', '通用名', '品名', '药品通用名']],
    ['DRUG', 'brandName', ['商品名', '商品名称']],
    ['DRUG', 'specification', ['规格', '药品规格', '规格（含量）']],
    ['DRUG', 'packaging', ['包装', '包装规格', '转换比']],
    ['DRUG', 'dosageForm', ['剂型']],
    ['DRUG', 'amount', ['零售价', '零售价格（元）', '销售价', '单价']],
    ['DRUG', 'manufacturer', ['生产企业', '生产厂家', '产地', '厂家', '生产厂家/产地', '生产企业（产地）']],
    ['DRUG', 'approvalNumber', ['批准文号', '国药准字号']],
    ['DRUG', 'standardCode', ['本位码', '药品本位码']],
    ['DRUG', 'procurement', ['集采', '带量采购', '是否集采', '集采标识']],
    ['CONSUMABLE', 'code', ['医保耗材代码', '耗材编码', '医保编码（27位）', '材料编码']],
    ['CONSUMABLE', 'name', ['耗材名称', '材料名称', '产品名称', '医用耗材名称']],
    ['CONSUMABLE', 'specification', ['规格型号', '规格/型号', '规格']],
    ['CONSUMABLE', 'model', ['型号']],
    ['CONSUMABLE', 'approvalNumber', ['注册证号', '注册证号/备案号', '备案号', '医疗器械注册证号']],
  ] as const)('of the kind %s is read as %s', (kind, cell, headings) => {
    for (const heading of headings) expect([heading, cellOf(heading, kind)]).toEqual([heading, cell]);
  });

  it.each([
    '价格(不含税)',
    '价格（原）',
    '医保报销标准价',
    '采购价格表',
    '监督举报',
    '服务承诺',
    '价格依据说明',
    '加价后价格',
    '上期销售价格',
  ])('such as %s is never the price', (heading) => {
    expect(cellOf(heading, 'SERVICE')).not.toBe('amount');
  });

  it.each(['医疗服务价格公示表', '某市人民医院', '挂号费', '次', '政府指导价格一览', '110200001', ''])(
    'is not what titles and values say: %s',
    (text) => {
      expect(cellOf(text, 'SERVICE')).toBeNull();
    },
  );

  it('names a tier in the words of the province', () => {
    const vocabulary = { kind: 'SERVICE' as const, tiers: new Set(['旗县甲档']) };
    expect(headingMeaning('旗县甲档价格', vocabulary)).toMatchObject({ cell: 'amount', tier: '旗县甲档' });
    expect(headingMeaning('旗县甲档价格', { kind: 'SERVICE', tiers: NO_TIERS })).toBeNull();
  });
});
