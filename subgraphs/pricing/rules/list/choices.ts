import type { PricingMode } from '../price-row.ts';

const GUIDED =
  /^(?:政府|国家|省|市)?(?:指导|定)价?$|^政府(?:定价|指导价?)(?:管理)?$|^(?:最高)?政府指导价(?:格)?$|^government_?guided$/;
const MARKET =
  /^(?:实行)?市场(?:调节价?格?|价|调节)$|^(?:医院|机构|医疗机构)?自主定价$|^自主$|^调节价?$|^market_?regulated$/;

/** How a price comes about, in a cell's words; null when they are none of the two. @see rule H6 */
export function readMode(text: string): PricingMode | null {
  const plain = folded(text);
  if (GUIDED.test(plain)) return 'GOVERNMENT_GUIDED';
  return MARKET.test(plain) ? 'MARKET_REGULATED' : null;
}

/** An insurance class, and what the insured pays first where the cell says that too. */
export interface InsuranceReading {
  readonly insuranceClass: '甲' | '乙' | '丙';
  readonly selfPayPercent: string | null;
}

const CLASS =
  /^(?:基本)?(?:医保)?([甲乙丙])[类级]?(?:\(?(?:个人)?(?:先行|首先|先)?自[付负](?:比例)?:?(\d+(?:\.\d+)?)%\)?)?$/;
/** What insurance does not pay for at all. */
const OWN_EXPENSE = /^(?:全)?自费(?:类|项目)?$|^(?:非医保|医保外|目录外|不报销)$/;

/** The insurance class in a cell's words; null when they are none. */
export function readInsuranceClass(text: string): InsuranceReading | null {
  const plain = folded(text);
  if (OWN_EXPENSE.test(plain)) return { insuranceClass: '丙', selfPayPercent: null };
  const [, letter, percent] = CLASS.exec(plain) ?? [];
  if (letter !== '甲' && letter !== '乙' && letter !== '丙') return null;
  return { insuranceClass: letter, selfPayPercent: percent === undefined ? null : shortest(percent) };
}

const PERCENT = /^(\d{1,3}(?:\.\d{1,4})?)(%?)$/;
const NO_PERCENT = /^(?:[-–—/]+|无|全额|全自付)$/;

/**
 * What the insured pays first, in per cent; a number below one is a fraction, since no share is that small. Null when
 * the cell does not say it clearly: 1 without a sign may be either.
 */
export function readSelfPay(text: string): string | null {
  const [, digits = '', sign = ''] = PERCENT.exec(folded(text)) ?? [];
  if (digits === '' || Number(digits) > 100) return null;
  if (sign === '%' || Number(digits) === 0 || Number(digits) > 1) return shortest(digits);
  if (Number(digits) === 1) return null;
  const places = (digits.split('.')[1] ?? '').padEnd(2, '0');
  return shortest(`${places.slice(0, 2)}.${places.slice(2)}`);
}

/** Whether a cell for a share says nothing. */
export function saysNoShare(text: string): boolean {
  return NO_PERCENT.test(text);
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

function shortest(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const places = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (places === '' ? '' : `.${places}`);
}
