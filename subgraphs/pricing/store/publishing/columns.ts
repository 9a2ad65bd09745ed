import type { PricedThing, PriceRow } from '../../rules/price-row.ts';

interface Column<Cell extends keyof PriceRow = keyof PriceRow> {
  readonly cell: Cell;
  readonly column: string;
  readonly type: 'text' | 'numeric(16,4)' | 'numeric(9,4)' | 'numeric(7,4)' | 'pricing.pricing_mode';
}

/** A text that the database compares byte by byte, as `price` does. */
const text = <Cell extends keyof PriceRow>(cell: Cell, column: string = cell): Column<Cell> => ({
  ...{ cell, column },
  type: 'text',
});

/** The columns that tell what is priced, in the order of {@link PricedThing}. */
export const THING_COLUMNS: readonly Column<keyof PricedThing>[] = [
  text('code'),
  text('name'),
  text('specification'),
  text('unit'),
  text('tier'),
  text('condition'),
  text('manufacturer'),
];

/** The columns that say what it costs and how, in the order of {@link PriceRow}. */
export const VALUE_COLUMNS: readonly Column[] = [
  { cell: 'amount', column: 'amount', type: 'numeric(16,4)' },
  { cell: 'amountUpTo', column: 'amount_up_to', type: 'numeric(16,4)' },
  text('amountText', 'amount_text'),
  { cell: 'surchargePercent', column: 'surcharge_percent', type: 'numeric(9,4)' },
  { cell: 'mode', column: 'mode', type: 'pricing.pricing_mode' },
  { cell: 'ceiling', column: 'ceiling', type: 'numeric(16,4)' },
  text('insuranceClass', 'insurance_class'),
  { cell: 'selfPayPercent', column: 'self_pay_percent', type: 'numeric(7,4)' },
  { cell: 'paymentStandard', column: 'payment_standard', type: 'numeric(16,4)' },
  text('nationalCode', 'national_code'),
  text('content'),
  text('exclusions'),
  text('brandName', 'brand_name'),
  text('dosageForm', 'dosage_form'),
  text('packaging'),
  text('approvalNumber', 'approval_number'),
  text('standardCode', 'standard_code'),
  text('procurement'),
  text('basis'),
  text('note'),
];

/** All columns of a line. */
export const ROW_COLUMNS: readonly Column[] = [...THING_COLUMNS, ...VALUE_COLUMNS];

/** Names of columns of a table, for a statement: `s.code, s.name`. */
export function named(columns: readonly Column[], table: string): string {
  return columns.map(({ column }) => `${table}.${column}`).join(', ');
}

/** Whether two tables name the same thing; written so that the database can join by hashing. */
export function sameThing(one: string, other: string): string {
  // Code, name and unit are never null. A blank optional cell is null, never an empty text, so '' stands for null here.
  return THING_COLUMNS.map(({ cell, column }) =>
    cell === 'code' || cell === 'name' || cell === 'unit'
      ? `${one}.${column} = ${other}.${column}`
      : `coalesce(${one}.${column}, '') = coalesce(${other}.${column}, '')`,
  ).join(' AND ');
}

/** Whether two tables say the same price of a thing. */
export function sameValue(one: string, other: string): string {
  return `(${named(VALUE_COLUMNS, one)}) IS NOT DISTINCT FROM (${named(VALUE_COLUMNS, other)})`;
}
