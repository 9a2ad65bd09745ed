import { AMOUNT_FINDINGS } from './finding-codes/amounts.ts';
import { CELL_FINDINGS } from './finding-codes/cells.ts';
import { CMS_FINDINGS } from './finding-codes/cms.ts';
import { CODE_FINDINGS } from './finding-codes/codes.ts';
import { LIST_FINDINGS } from './finding-codes/list.ts';

/** An ERROR refuses the list whole; a WARNING is told, and the list is taken. */
export type Severity = 'ERROR' | 'WARNING';

/** What a finding means: how bad it is, on which rules of `domain-rules` it rests, and what people read. */
export interface FindingMeaning {
  readonly severity: Severity;
  readonly rules: readonly string[];
  /** What was found; `{expected}` and `{got}` are filled in. */
  readonly zh: string;
  readonly en: string;
  /** What to do about it. */
  readonly fixZh: string;
  readonly fixEn: string;
}

/** Every finding, by its code. Codes are public: never renamed, and listed in the README. */
export const FINDINGS = {
  NAME_MISSING: {
    severity: 'ERROR',
    rules: ['H7', 'H9'],
    zh: '没有品名或项目名称。',
    en: 'The item has no name.',
    fixZh: '填写品名或项目名称；因合并单元格而空着的，请取消合并并逐行填写。',
    fixEn: 'Enter the name of the item; where cells are merged, unmerge them and fill in every row.',
  },
  UNIT_MISSING: {
    severity: 'ERROR',
    rules: ['H7', 'H9'],
    zh: '没有计价单位。',
    en: 'The price has no unit.',
    fixZh: '填写计价单位，如“次”“日”“盒”。',
    fixEn: 'Enter what the price is for one of.',
  },
  PRICE_REPEATED: {
    severity: 'ERROR',
    rules: ['H7'],
    zh: '价目重复：第 {expected} 行已有同一编码、名称、规格、单位、等级、条件和生产企业的价格，本行为 {got}。',
    en: 'The price is repeated: row {expected} has the same code, name, specification, unit, tier, condition and manufacturer; this one says {got}.',
    fixZh: '删去重复的一行；确为不同规格的，请在规格栏区分。',
    fixEn: 'Remove one of them, or tell them apart by the specification.',
  },
  PRICE_LISTED_TWICE: {
    severity: 'WARNING',
    rules: ['H7'],
    zh: '与第 {expected} 行完全相同，只采用一次：{got}。',
    en: 'The same as row {expected} in every cell, and taken once: {got}.',
    fixZh: '删去重复的一行。',
    fixEn: 'Remove one of them.',
  },
  LIST_SHRANK: {
    severity: 'WARNING',
    rules: ['H7'],
    zh: '现行 {expected} 条价格中有 {got} 条不在本表：未列出的即视为停用。',
    en: 'Of {expected} prices in force {got} are not in this list: what it does not name is no longer offered.',
    fixZh: '如文件只是价目表的一部分，请以完整的价目表、同一执行日期重新导入。',
    fixEn: 'If the file is a part of the list only, import the whole list for the same day.',
  },
  PRICE_JUMPED: {
    severity: 'WARNING',
    rules: ['H7'],
    zh: '与现行价格相差约十倍或者更多：现行 {expected}，本行 {got}。',
    en: 'About ten times the price in force or more, or a tenth of it or less: {expected} is in force, this one says {got}.',
    fixZh: '核对小数点和计价单位；无误的，无需改动。',
    fixEn: 'Check the decimal point and the unit; leave it if it is right.',
  },
  PRICE_OUTLYING: {
    severity: 'WARNING',
    rules: ['H12'],
    zh: '与同省同编码、同单位、同等级的价格相差悬殊：其他机构中位数 {expected}，本行 {got}。',
    en: 'Far from what others of the province charge for the same code, unit and tier: their median is {expected}, this one says {got}.',
    fixZh: '核对编码、计价单位和金额；无误的，无需改动。',
    fixEn: 'Check the code, the unit and the amount; leave it if it is right.',
  },
  ...LIST_FINDINGS,
  ...CELL_FINDINGS,
  ...CODE_FINDINGS,
  ...AMOUNT_FINDINGS,
  ...CMS_FINDINGS,
} as const satisfies Record<string, FindingMeaning>;

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;
