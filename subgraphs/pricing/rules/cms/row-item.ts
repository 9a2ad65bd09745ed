import type { SheetRow } from '../../../../core/table.ts';
import { isCharged, NO_COLUMN, type ChargeItem, type PayerCharge, type Said } from './charge-item.ts';
import type { ItemColumn, PayerColumn } from './column-names.ts';
import type { ChargeColumns, PayerColumns } from './columns.ts';

/** Reads a row into the item that it tells of. Payers of whom nothing is said are left out. */
export function itemOfRow({ cells }: SheetRow, columns: ChargeColumns): ChargeItem {
  const said = (at: number | null | undefined): Said => ({
    ...{ text: (cells[at ?? NO_COLUMN] ?? '').trim(), at: at ?? NO_COLUMN },
  });
  const item = (name: ItemColumn): Said => said(columns.items.get(name));
  const notes = item('additional_generic_notes');
  const payers = columns.payers.flatMap((payer) => {
    const charge = payerCharge(payer, said, { payer: item('payer_name'), plan: item('plan_name'), notes });
    return isSilent(charge, payer) ? [] : [charge];
  });
  // The tall form has one column of notes; in a row with a payer they are on what was agreed with it.
  const isPayerRow = columns.form === 'CMS_TALL' && payers.length > 0;
  return {
    description: item('description'),
    codes: columns.codes.map(({ code, type }) => ({ code: said(code), type: said(type) })),
    setting: item('setting'),
    billingClass: item('billing_class'),
    modifiers: item('modifiers'),
    drugUnit: item('drug_unit_of_measurement'),
    drugType: item('drug_type_of_measurement'),
    gross: item('standard_charge|gross'),
    cash: item('standard_charge|discounted_cash'),
    minimum: item('standard_charge|min'),
    maximum: item('standard_charge|max'),
    notes: isPayerRow ? { text: '', at: notes.at } : notes,
    payers,
  };
}

function payerCharge(
  { names, of }: PayerColumns,
  said: (at: number | undefined) => Said,
  cells: Pick<PayerCharge, 'payer' | 'plan' | 'notes'>,
): PayerCharge {
  const member = (name: PayerColumn): Said => said(of.get(name));
  const dollar = member('standard_charge|negotiated_dollar');
  return {
    payer: names === null ? cells.payer : { text: names.payer, at: dollar.at },
    plan: names === null ? cells.plan : { text: names.plan, at: dollar.at },
    notes: names === null ? cells.notes : member('notes'),
    dollar,
    percentage: member('standard_charge|negotiated_percentage'),
    algorithm: member('standard_charge|negotiated_algorithm'),
    methodology: member('standard_charge|methodology'),
    median: member('median_amount'),
    tenth: member('10th_percentile'),
    ninetieth: member('90th_percentile'),
    count: member('count'),
    estimated: member('estimated_amount'),
  };
}

/** Whether a row says nothing of a payer; notes alone are not of one in the tall form. */
function isSilent(charge: PayerCharge, { names }: PayerColumns): boolean {
  if (isCharged(charge) || charge.methodology.text !== '') return false;
  const told = names === null ? [charge.payer, charge.plan] : [charge.notes];
  const { median, tenth, ninetieth, count, estimated } = charge;
  return [...told, median, tenth, ninetieth, count, estimated].every(({ text }) => text === '');
}
