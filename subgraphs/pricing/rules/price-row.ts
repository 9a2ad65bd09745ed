import type { Yuan } from '../../../core/yuan.ts';

/** What a price list holds prices of. */
export const PRICE_KINDS = ['SERVICE', 'DRUG', 'CONSUMABLE'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/** How a price comes about (价格管理形式). */
export const PRICING_MODES = ['GOVERNMENT_GUIDED', 'MARKET_REGULATED'] as const;
export type PricingMode = (typeof PRICING_MODES)[number];

/** What tells one priced thing from another, within a list and from list to list. */
export interface PricedThing {
  /** The item's code as text, leading zeros kept; empty when the list gives none. */
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  /** What the price is for one of (计价单位). */
  readonly unit: string;
  /** The tier (等级), in the words of the list. */
  readonly tier: string | null;
  /** On what condition (交易条件) the price holds, such as who pays; null for everyone. */
  readonly condition: string | null;
  readonly manufacturer: string | null;
}

/** One line of a price list. A blank cell is null, never zero; a cell that holds more than one number keeps its words (rule H13). */
export interface PriceRow extends PricedThing {
  /** Exact; null when there are words instead of a number. Of a range the lower end. */
  readonly amount: Yuan | null;
  readonly amountUpTo: Yuan | null;
  /** The cell as it stood, when it is more than one number: "100-300", "医院自主确定", "加收30%". */
  readonly amountText: string | null;
  /** Of a surcharge (加收), by how many per cent of another price: decimal text like "30". */
  readonly surchargePercent: string | null;
  /** Null when the list does not say. */
  readonly mode: PricingMode | null;
  /** The government's highest price (最高限价). */
  readonly ceiling: Yuan | null;
  /** The insurance class (医保类别): 甲, 乙 or 丙. */
  readonly insuranceClass: string | null;
  /** What of it the insured pays first (自付比例), in per cent: "10". */
  readonly selfPayPercent: string | null;
  /** What insurance pays at most (医保支付标准); never the price. */
  readonly paymentStandard: Yuan | null;
  /** The 15 digits of a service's national code where the list gives a local code beside it. */
  readonly nationalCode: string | null;
  /** What a service comprises (项目内涵). */
  readonly content: string | null;
  /** What is charged beside it (除外内容). */
  readonly exclusions: string | null;
  readonly brandName: string | null;
  readonly dosageForm: string | null;
  readonly packaging: string | null;
  /** The approval number of a drug (批准文号), the registration or filing number of a consumable (注册证号, 备案号). */
  readonly approvalNumber: string | null;
  /** The 14 digits of a drug's standard code (本位码). */
  readonly standardCode: string | null;
  /** In which centralised procurement (集采) it was bought, in the list's words. */
  readonly procurement: string | null;
  /** The document that sets the price (文号依据). */
  readonly basis: string | null;
  readonly note: string | null;
}

/** A line that says nothing, for those who fill some of its cells. */
export const BLANK_ROW: PriceRow = {
  code: '',
  name: '',
  specification: null,
  unit: '',
  tier: null,
  condition: null,
  manufacturer: null,
  amount: null,
  amountUpTo: null,
  amountText: null,
  surchargePercent: null,
  mode: null,
  ceiling: null,
  insuranceClass: null,
  selfPayPercent: null,
  paymentStandard: null,
  nationalCode: null,
  content: null,
  exclusions: null,
  brandName: null,
  dosageForm: null,
  packaging: null,
  approvalNumber: null,
  standardCode: null,
  procurement: null,
  basis: null,
  note: null,
};

/** The cells of a line that tell what is priced, in their order. */
export const THING_CELLS = [
  ...['code', 'name', 'specification', 'unit', 'tier', 'condition', 'manufacturer'],
] as readonly (keyof PricedThing)[];

/** The cells of a line that say what it costs and how, in their order. */
export const VALUE_CELLS = (Object.keys(BLANK_ROW) as (keyof PriceRow)[]).filter(
  (cell) => !(THING_CELLS as readonly string[]).includes(cell),
);

/** What makes two lines prices of the same thing, from list to list. */
export function priceKey(row: PricedThing): string {
  return JSON.stringify(THING_CELLS.map((cell) => row[cell]));
}
