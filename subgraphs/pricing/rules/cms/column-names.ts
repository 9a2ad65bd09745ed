import type { TemplateVersion } from './file-header.ts';

/** The columns of an item, whichever form it stands in. */
export const ITEM_COLUMNS = [
  ...(['description', 'setting', 'billing_class', 'modifiers'] as const),
  ...(['drug_unit_of_measurement', 'drug_type_of_measurement'] as const),
  ...(['standard_charge|gross', 'standard_charge|discounted_cash'] as const),
  ...(['standard_charge|min', 'standard_charge|max', 'additional_generic_notes'] as const),
  ...(['payer_name', 'plan_name'] as const),
];
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/** The columns of what was agreed with a payer, as the tall form spells them; `notes` the wide form alone has. */
export const PAYER_COLUMNS = [
  ...(['standard_charge|negotiated_dollar', 'standard_charge|negotiated_percentage'] as const),
  ...(['standard_charge|negotiated_algorithm', 'standard_charge|methodology', 'notes'] as const),
  ...(['median_amount', '10th_percentile', '90th_percentile', 'count', 'estimated_amount'] as const),
];
export type PayerColumn = (typeof PAYER_COLUMNS)[number];

const OPTIONAL: ReadonlySet<string> = new Set(['billing_class', 'payer_name', 'plan_name', 'estimated_amount']);
const SINCE_2_2: ReadonlySet<string> = new Set(['modifiers', 'drug_unit_of_measurement', 'drug_type_of_measurement']);
const SINCE_3: ReadonlySet<string> = new Set(['median_amount', '10th_percentile', '90th_percentile', 'count']);

/**
 * Whether a file can not do without a column. The editions 2.0 to 2.2 call themselves "2.0.0" alike, so what 2.2 added
 * is asked of the third only.
 */
export function isNeeded(column: ItemColumn | PayerColumn, version: TemplateVersion): boolean {
  if (OPTIONAL.has(column)) return false;
  return version === 3 || !(SINCE_2_2.has(column) || SINCE_3.has(column));
}

/** The heading of a payer's column in the wide form. */
export function wideHeading(column: PayerColumn, { payer, plan }: { readonly payer: string; readonly plan: string }) {
  if (column === 'notes') return `additional_payer_notes|${payer}|${plan}`;
  const [group = '', member] = column.split('|');
  return member === undefined ? `${group}|${payer}|${plan}` : `${group}|${payer}|${plan}|${member}`;
}
