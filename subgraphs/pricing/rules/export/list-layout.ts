import type { PriceKind } from '../price-row.ts';
import type { ExportedPrice } from './exported-price.ts';

/** One column of a price list as hospitals post it, and as the import reads it back. */
export interface ListColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Whether its cells are amounts to reckon with. */
  readonly isAmount: boolean;
  readonly cell: (price: ExportedPrice) => string;
}

const MODES = { GOVERNMENT_GUIDED: '政府指导价', MARKET_REGULATED: '市场调节价' } as const;

/** The texts of a price that stand in a column as they are. */
type TextCell = Exclude<keyof ExportedPrice, 'mode' | 'kind'>;

function column(heading: string, width: number, cell: TextCell | ListColumn['cell']): ListColumn {
  const read = typeof cell === 'function' ? cell : (price: ExportedPrice) => price[cell] ?? '';
  return { heading, width, isAmount: false, cell: read };
}

function amounts(heading: string, cell: TextCell | ListColumn['cell']): ListColumn {
  return { ...column(heading, 12, cell), isAmount: true };
}

function perCent(cell: 'selfPayPercent'): ListColumn['cell'] {
  return (price) => (price[cell] == null ? '' : `${price[cell]}%`);
}

/**
 * What stands in the cell of the price: the words of the list where it had more than one number, else the amount, or both
 * ends of a range (rule H13).
 */
export function priceCell({ amount, amountUpTo, amountText, surchargePercent }: ExportedPrice): string {
  if (amountText != null) return amountText;
  if (amount != null) return amountUpTo == null ? amount : `${amount}-${amountUpTo}`;
  return surchargePercent == null ? '' : `加收${surchargePercent}%`;
}

const INSURANCE = [
  column('医保类别', 8, 'insuranceClass'),
  column('自付比例', 8, perCent('selfPayPercent')),
  amounts('医保支付标准', 'paymentStandard'),
];
const ENDING = [
  column('交易条件', 12, 'condition'),
  column('文号依据', 20, 'basis'),
  column('执行日期', 12, 'effectiveOn'),
  column('说明', 30, 'note'),
];
const PRICING = [
  amounts('价格', priceCell),
  column('价格形式', 12, ({ mode }) => (mode == null ? '' : MODES[mode])),
  amounts('最高限价', 'ceiling'),
];

/** The columns of a service's list: what it is, what it comprises, what it costs. */
const SERVICE = [
  column('项目编码', 18, 'code'),
  column('国家医保编码', 18, 'nationalCode'),
  column('项目名称', 30, 'name'),
  column('规格', 12, 'specification'),
  column('项目内涵', 30, 'content'),
  column('除外内容', 20, 'exclusions'),
  column('计价单位', 10, 'unit'),
  column('等级', 10, 'tier'),
  ...PRICING,
  ...INSURANCE,
  ...ENDING,
];

/** What drugs and consumables have in common, behind code and name. */
const GOODS = [
  column('计价单位', 10, 'unit'),
  column('等级', 10, 'tier'),
  ...PRICING,
  column('生产企业', 24, 'manufacturer'),
];

/**
 * The columns of a list of a kind, in the usual order.
 *
 * @see rules H7, H9, H10
 */
export const LIST_COLUMNS: Readonly<Record<PriceKind, readonly ListColumn[]>> = {
  SERVICE,
  DRUG: [
    column('医保药品代码', 26, 'code'),
    column('通用名', 24, 'name'),
    column('商品名', 16, 'brandName'),
    column('剂型', 10, 'dosageForm'),
    column('规格', 16, 'specification'),
    column('包装', 12, 'packaging'),
    ...GOODS,
    column('批准文号', 20, 'approvalNumber'),
    column('本位码', 16, 'standardCode'),
    column('集采', 12, 'procurement'),
    ...INSURANCE,
    ...ENDING,
  ],
  CONSUMABLE: [
    column('医保耗材代码', 30, 'code'),
    column('名称', 24, 'name'),
    column('商品名', 16, 'brandName'),
    column('规格', 16, 'specification'),
    column('包装', 12, 'packaging'),
    ...GOODS,
    column('注册证号', 24, 'approvalNumber'),
    column('集采', 12, 'procurement'),
    ...INSURANCE,
    ...ENDING,
  ],
};
