import type { ChargeItem, PayerCharge, Said } from './charge-item.ts';
import type { TemplateVersion } from './file-header.ts';
import type { JsonObject, JsonShapes } from './json-shape.ts';

/**
 * Reads an element of `standard_charge_information`: an item for each of its settings.
 *
 * @param version - the second writes the amount of a drug as a text, the third as a number
 */
export function itemsOfElement(element: JsonObject, shapes: JsonShapes, version: TemplateVersion): ChargeItem[] {
  const codes = shapes
    .objects(element, 'code_information')
    .map((one) => ({ code: shapes.said(one, 'code'), type: shapes.said(one, 'type') }));
  const drug = shapes.member(element, 'drug_information') ?? { at: `${element.at}/drug_information`, members: {} };
  const common = {
    description: shapes.said(element, 'description'),
    codes: codes.length === 0 ? [noCode(element)] : codes,
    drugUnit: shapes.said(drug, 'unit', version === 2 ? 'text' : 'number'),
    drugType: shapes.said(drug, 'type'),
  };
  return shapes.objects(element, 'standard_charges').map((charges) => ({
    ...common,
    setting: shapes.said(charges, 'setting'),
    billingClass: shapes.said(charges, 'billing_class'),
    modifiers: shapes.texts(charges, 'modifier_code'),
    gross: shapes.said(charges, 'gross_charge', 'number'),
    cash: shapes.said(charges, 'discounted_cash', 'number'),
    minimum: shapes.said(charges, 'minimum', 'number'),
    maximum: shapes.said(charges, 'maximum', 'number'),
    notes: shapes.said(charges, 'additional_generic_notes'),
    payers: shapes.objects(charges, 'payers_information').map((payer) => payerOf(payer, shapes)),
  }));
}

/** Reads an element of `modifier_information`: how a modifier changes what is charged, in the words of each payer. */
export function itemOfModifier(element: JsonObject, shapes: JsonShapes): ChargeItem {
  const blank = (member: string): Said => ({ text: '', at: `${element.at}/${member}` });
  const payers = shapes.objects(element, 'modifier_payer_information').map((payer): PayerCharge => {
    return { ...payerOf(payer, shapes), notes: shapes.said(payer, 'description') };
  });
  return {
    description: shapes.said(element, 'description'),
    codes: [],
    setting: shapes.said(element, 'setting'),
    billingClass: blank('billing_class'),
    modifiers: shapes.said(element, 'code'),
    drugUnit: blank('drug_information'),
    drugType: blank('drug_information'),
    gross: blank('gross_charge'),
    cash: blank('discounted_cash'),
    minimum: blank('minimum'),
    maximum: blank('maximum'),
    notes: shapes.said(element, 'additional_generic_notes'),
    payers,
  };
}

function payerOf(payer: JsonObject, shapes: JsonShapes): PayerCharge {
  return {
    payer: shapes.said(payer, 'payer_name'),
    plan: shapes.said(payer, 'plan_name'),
    dollar: shapes.said(payer, 'standard_charge_dollar', 'number'),
    percentage: shapes.said(payer, 'standard_charge_percentage', 'number'),
    algorithm: shapes.said(payer, 'standard_charge_algorithm'),
    methodology: shapes.said(payer, 'methodology'),
    notes: shapes.said(payer, 'additional_payer_notes'),
    median: shapes.said(payer, 'median_amount', 'number'),
    tenth: shapes.said(payer, '10th_percentile', 'number'),
    ninetieth: shapes.said(payer, '90th_percentile', 'number'),
    count: shapes.said(payer, 'count'),
    estimated: shapes.said(payer, 'estimated_amount', 'number'),
  };
}

/** Stands for the codes of an element that has none, so that what is missing has a place. */
function noCode({ at }: JsonObject): ChargeItem['codes'][number] {
  const blank = { text: '', at: `${at}/code_information` };
  return { code: blank, type: blank };
}
