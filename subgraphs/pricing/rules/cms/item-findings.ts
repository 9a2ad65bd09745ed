import type { Finding } from '../finding.ts';
import { positiveAmount, positiveNumber } from './amount.ts';
import { found, isCharged, isModifierAlone, type ChargeItem } from './charge-item.ts';
import { payerFindings } from './payer-findings.ts';
import { oneOf, type ItemContext, type Report } from './report.ts';
import { BILLING_CLASSES, CODE_TYPES, DRUG_UNITS, SETTINGS } from './vocabulary.ts';

/** Everything that an item lacks or has wrong by the rules of the template's version that its file follows. */
export function itemFindings(item: ChargeItem, context: ItemContext): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, said, { expected, got } = {}) => {
    const text = got ?? (said.text === '' ? null : said.text);
    findings.push(found(code, context.locate(said.at), { got: text, expected: expected ?? null }));
  };
  const isModifier = isModifierAlone(item);
  if (item.description.text === '') report('CMS_VALUE_MISSING', item.description, { expected: 'description' });
  oneOf(SETTINGS, item.setting, report);
  oneOf(BILLING_CLASSES, item.billingClass, report);
  reportCodes(item, report);
  reportAmounts(item, report);
  reportDrug(item, report);
  if (isModifier) reportModifier(item, report);
  else reportItem(item, report);
  for (const payer of item.payers) payerFindings(payer, { ...context, isModifier, report });
  return findings;
}

function reportCodes({ codes, modifiers, description }: ChargeItem, report: Report): void {
  let isCoded = false;
  for (const { code, type } of codes) {
    if (code.text === '' && type.text === '') continue;
    isCoded = true;
    if (code.text === '') report('CMS_VALUE_MISSING', code, { expected: 'code' });
    else if (type.text === '') report('CMS_VALUE_MISSING', type, { expected: 'code|type' });
    oneOf(CODE_TYPES, type, report);
  }
  if (!isCoded && modifiers.text === '')
    report('CMS_CODE_MISSING', codes[0]?.code ?? { text: '', at: description.at }, { expected: 'code' });
}

function reportAmounts({ gross, cash, minimum, maximum }: ChargeItem, report: Report): void {
  for (const amount of [gross, cash, minimum, maximum]) {
    if (amount.text !== '' && positiveAmount(amount.text) === null) report('CMS_AMOUNT_MALFORMED', amount);
  }
}

function reportDrug({ codes, drugUnit, drugType }: ChargeItem, report: Report): void {
  const isMeasured = drugUnit.text !== '' || drugType.text !== '';
  const isDrug = codes.some(({ type }) => type.text.toUpperCase() === 'NDC');
  for (const [said, expected] of [
    [drugUnit, 'drug_unit_of_measurement'],
    [drugType, 'drug_type_of_measurement'],
  ] as const) {
    if (said.text !== '') continue;
    if (isMeasured) report('CMS_VALUE_MISSING', said, { expected });
    else if (isDrug) report('CMS_DRUG_MEASURE_MISSING', said, { expected });
  }
  if (drugUnit.text !== '' && positiveNumber(drugUnit.text) === null) report('CMS_AMOUNT_MALFORMED', drugUnit);
  oneOf(DRUG_UNITS, drugType, report);
}

function reportModifier({ modifiers, notes, payers }: ChargeItem, report: Report): void {
  const isExplained = notes.text !== '' || payers.some((payer) => isCharged(payer) || payer.notes.text !== '');
  if (!isExplained) report('CMS_MODIFIER_UNEXPLAINED', notes, { got: modifiers.text });
}

function reportItem({ setting, gross, cash, minimum, maximum, payers }: ChargeItem, report: Report): void {
  if (setting.text === '') report('CMS_VALUE_MISSING', setting, { expected: 'setting' });
  if (gross.text === '' && cash.text === '' && !payers.some(isCharged)) report('CMS_CHARGE_MISSING', gross);
  if (!payers.some(({ dollar }) => dollar.text !== '')) return;
  if (minimum.text === '') report('CMS_RANGE_MISSING', minimum, { expected: 'standard_charge|min' });
  if (maximum.text === '') report('CMS_RANGE_MISSING', maximum, { expected: 'standard_charge|max' });
}
