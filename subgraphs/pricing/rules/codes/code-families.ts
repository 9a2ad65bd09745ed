import type { PriceKind } from '../price-row.ts';

/** The chapters of the national specification of services: 综合 11–14, 医技 21–27, 临床 31–34, 中医 41–48. */
const CHAPTER = '(?:1[1-4]|2[1-7]|3[1-4]|4[1-8])';

/** Forms of codes that are sure signs of their kind. @see domain rules §5, 编码格式 */
const SERVICE_NATIONAL = /^0\d{14}$/;
const DRUG_WESTERN = /^X[A-Z]\d\d[A-Z]{2}[A-Z]\d{3}[A-Z]\d{3}\d{4}\d{5}$/;
const DRUG_CHINESE = /^Z[A-Z]\d\d[A-Z]{2}[A-Z]\d{4}\d{4}\d{5}$/;
const CONSUMABLE = /^C\d{19}(?:\d{7})?$/;
const STANDARD_DRUG = /^86\d{12}$/;
const APPROVED_DRUG = /^国药准字/;

/** Which kind of thing a code is surely of; null for local codes. */
export function kindOfCode(code: string): PriceKind | null {
  if (CONSUMABLE.test(code)) return 'CONSUMABLE';
  if (DRUG_WESTERN.test(code) || DRUG_CHINESE.test(code)) return 'DRUG';
  if (STANDARD_DRUG.test(code) || APPROVED_DRUG.test(code)) return 'DRUG';
  return SERVICE_NATIONAL.test(code) ? 'SERVICE' : null;
}

/** How sub-items are told apart: a, -1, /2, -01a; by letters that are not taken for digits. */
const SUFFIX = '(?:[-/]?[a-kmnp-zA-HJ-NP-Z]{1,2}\\d{0,2}|[-/]\\d{1,3}[a-zA-Z]?)';

const WELL_FORMED: Readonly<Record<PriceKind, readonly RegExp[]>> = {
  SERVICE: [
    // Nine digits with or without a sub-item's suffix, and the edition of 2012 beside them.
    new RegExp(`^${CHAPTER}\\d{7}(?:\\d{2}|${SUFFIX})?(?:-[\\da-zA-Z]{1,3})?(?:\\([A-Z]{4}\\d{3}\\))?$`),
    new RegExp(`^0\\d{14}(?:${SUFFIX}|-\\d{9}(?:\\d{2}|${SUFFIX})?)?$`),
    /^[A-Z]{4}\d{3}$/,
  ],
  DRUG: [DRUG_WESTERN, DRUG_CHINESE, STANDARD_DRUG],
  CONSUMABLE: [CONSUMABLE],
};

/** Whether a code has one of the forms of its kind. */
export function isWellFormed(code: string, kind: PriceKind): boolean {
  return WELL_FORMED[kind].some((form) => form.test(code));
}

const SERVICE_START = new RegExp(`^${CHAPTER}\\d+$`);
const DRUG_START = /^(?:X[A-Z]\d\d[A-Z]{2}|Z[A-Z]\d\d[A-Z]{2})[A-Z0-9]*$/;
const CONSUMABLE_START = /^C\d{10,}$/;

/** How long a code of the family that it begins like should be, in words; null when it is that, or of no family. */
export function expectedLength(code: string, kind: PriceKind): string | null {
  if (kind === 'SERVICE') {
    if (SERVICE_START.test(code)) return [9, 11].includes(code.length) || code.length < 8 ? null : '9';
    return /^0\d{11,}$/.test(code) && code.length !== 15 ? '15' : null;
  }
  if (kind === 'DRUG') {
    if (!DRUG_START.test(code)) return /^86\d{10,}$/.test(code) && code.length !== 14 ? '14' : null;
    const length = code.startsWith('X') ? 23 : 20;
    return code.length === length ? null : String(length);
  }
  return CONSUMABLE_START.test(code) && ![20, 27].includes(code.length) ? '20 / 27' : null;
}

/** A code as an example of its kind's form. */
export const EXAMPLES: Readonly<Record<PriceKind, string>> = {
  SERVICE: '120100003',
  DRUG: 'XJ01CAA040A001010102699',
  CONSUMABLE: 'C0101010011303807555',
};
