import { createHash } from 'node:crypto';
import type { SampleInstitution, SamplePrice } from './shapes.ts';

/** Something that hospitals of the sample charge for. */
export interface PricedThing extends Pick<
  SamplePrice,
  'code' | 'name' | 'specification' | 'unit' | 'tier' | 'mode' | 'insuranceClass'
> {
  /** What a hospital of the highest grade usually takes, in ten-thousandths of a yuan. */
  readonly amount: number;
  /** Prices are whole multiples of it. */
  readonly step: number;
  /** Every hospital lists it, in every list. */
  readonly isUsual: boolean;
}

export type Owner = Pick<SampleInstitution, 'hospitalGrade' | 'regionCode'>;

/** Anatomical group, name, form and size, unit, ten-thousandths of a yuan, insurance class. */
type Drug = readonly [string, string, string, string, number, '甲' | '乙' | '丙'];

const WESTERN: readonly Drug[] = [
  ['J01CA', '阿莫西林胶囊', '0.25g', '粒', 1265, '甲'],
  ['J01DC', '头孢呋辛酯片', '0.25g', '片', 4180, '甲'],
  ['J01DD', '注射用头孢曲松钠', '1.0g', '支', 23_600, '甲'],
  ['J01FA', '阿奇霉素分散片', '0.25g', '片', 6350, '甲'],
  ['J01MA', '左氧氟沙星片', '0.5g', '片', 5240, '甲'],
  ['J01XD', '甲硝唑片', '0.2g', '片', 410, '甲'],
  ['C08CA', '苯磺酸氨氯地平片', '5mg', '片', 1430, '甲'],
  ['C09AA', '马来酸依那普利片', '10mg', '片', 2150, '甲'],
  ['C09CA', '缬沙坦胶囊', '80mg', '粒', 3280, '甲'],
  ['C10AA', '阿托伐他汀钙片', '20mg', '片', 2590, '甲'],
  ['C07AB', '酒石酸美托洛尔片', '25mg', '片', 1870, '甲'],
  ['A10BA', '盐酸二甲双胍片', '0.5g', '片', 690, '甲'],
  ['A10BB', '格列美脲片', '2mg', '片', 1540, '甲'],
  ['A10AE', '甘精胰岛素注射液', '3ml:300单位', '支', 488_900, '乙'],
  ['A02BC', '奥美拉唑肠溶胶囊', '20mg', '粒', 1120, '甲'],
  ['A02BC', '注射用泮托拉唑钠', '40mg', '支', 31_400, '乙'],
  ['B01AC', '阿司匹林肠溶片', '100mg', '片', 1360, '甲'],
  ['B01AC', '硫酸氢氯吡格雷片', '75mg', '片', 24_300, '乙'],
  ['M01AE', '布洛芬缓释胶囊', '0.3g', '粒', 3960, '甲'],
  ['N02BE', '对乙酰氨基酚片', '0.5g', '片', 370, '甲'],
  ['R03AC', '硫酸沙丁胺醇气雾剂', '100μg*200揿', '瓶', 186_500, '甲'],
  ['R05CB', '盐酸氨溴索片', '30mg', '片', 2080, '甲'],
  ['R06AE', '盐酸西替利嗪片', '10mg', '片', 3120, '甲'],
  ['H02AB', '地塞米松磷酸钠注射液', '1ml:5mg', '支', 5370, '甲'],
  ['B05BB', '氯化钠注射液', '250ml:2.25g', '瓶', 27_800, '甲'],
  ['B05BA', '葡萄糖注射液', '250ml:12.5g', '瓶', 28_400, '甲'],
];

const CHINESE: readonly Drug[] = [
  ['ZA06B', '板蓝根颗粒', '10g', '袋', 6210, '甲'],
  ['ZA04C', '复方丹参滴丸', '27mg', '丸', 1490, '甲'],
  ['ZA01A', '感冒清热颗粒', '12g', '袋', 11_250, '甲'],
  ['ZA12H', '云南白药胶囊', '0.25g', '粒', 17_900, '乙'],
  ['ZA03B', '蒲地蓝消炎口服液', '10ml', '支', 32_400, '乙'],
  ['ZA09A', '血府逐瘀胶囊', '0.4g', '粒', 5830, '乙'],
];

/** Group of six digits, name, size, unit, ten-thousandths of a yuan. */
type Consumable = readonly [string, string, string, string, number];

const CONSUMABLES: readonly Consumable[] = [
  ['140101', '一次性使用无菌注射器 带针', '5ml', '支', 3200],
  ['140101', '一次性使用无菌注射器 带针', '20ml', '支', 7600],
  ['140102', '一次性使用输液器 带针', '0.55mm', '套', 12_400],
  ['140103', '一次性使用静脉留置针', '24G', '支', 98_000],
  ['140104', '一次性使用静脉采血针', '0.7mm', '支', 6100],
  ['140105', '一次性使用真空采血管', '5ml', '支', 8300],
  ['020101', '冠脉药物洗脱支架', '3.0×18mm', '套', 7_980_000],
  ['020102', '冠脉球囊扩张导管', '2.5×15mm', '根', 3_260_000],
  ['030101', '髋关节假体 陶瓷对聚乙烯', '标准', '套', 70_500_000],
  ['030102', '接骨板 锁定', '8孔', '块', 5_410_000],
  ['040101', '人工晶体 单焦点', '+20.0D', '枚', 8_640_000],
  ['050101', '医用可吸收缝合线', '3-0 75cm', '包', 483_000],
  ['050102', '医用丝线编织非吸收性缝线', '4号', '包', 26_500],
  ['060101', '一次性使用无菌导尿管', '16Fr', '根', 142_000],
  ['060102', '一次性使用引流袋', '1000ml', '只', 53_000],
  ['070101', '医用外科口罩', '平面耳挂', '只', 4500],
  ['070102', '一次性使用医用橡胶检查手套', '中号', '只', 5200],
  ['080101', '一次性使用麻醉穿刺包', '腰硬联合', '包', 875_000],
];

/** The drugs or consumables of the sample: real kinds of things, with codes of the right shape that name nothing. */
export function goodsOf(kind: 'DRUG' | 'CONSUMABLE'): readonly PricedThing[] {
  if (kind === 'CONSUMABLE') return CONSUMABLES.map(consumable);
  return [
    ...WESTERN.map((one) => drug(one, `X${one[0]}${drugTail(one)}`)),
    ...CHINESE.map((one) => drug(one, `${one[0]}AA${digitsOf(`${one[1]} ${one[2]}`, 13)}`)),
  ];
}

function drug([, name, specification, unit, amount, insuranceClass]: Drug, code: string): PricedThing {
  const isUsual = amount < 2000;
  return {
    code,
    name,
    specification,
    unit,
    tier: null,
    mode: 'MARKET_REGULATED',
    insuranceClass,
    amount,
    step: 1,
    isUsual,
  };
}

function consumable([group, name, specification, unit, amount]: Consumable, index: number): PricedThing {
  const code = `C${group}${digitsOf(`${name} ${specification}`, 13)}`;
  const things = {
    code,
    name,
    specification,
    unit,
    tier: null,
    mode: 'MARKET_REGULATED',
    insuranceClass: null,
  } as const;
  return { ...things, amount, step: 100, isUsual: index < 4 };
}

function drugTail([, name, specification]: Drug): string {
  return `A${digitsOf(`${name} ${specification}`, 3)}A${digitsOf(`${specification} ${name}`, 12)}`;
}

/** So many digits that follow from a text and from nothing else. */
function digitsOf(text: string, length: number): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${hex}`).toString().slice(-length);
}
