import type { PriceKind } from '../price-row.ts';

const PARTS = /[,;、\s/]+/;
/** 国药准字 H20050001 is written with a space as often as without. */
const INNER_SPACE = /(准字|注[准进许]|械备)\s+/g;
const DRUG = /^国药准字[A-Z]{1,2}\d{8}号?$/;
const DRUG_START = /^国药准字/;
const REGISTERED = /^.{1,8}械注[准进许]\d{11}号?$/;
/** 国械备 or 苏宁械备, a year and four digits. */
const FILED = /^.{1,8}械备\d{8}号?$/;

/** An example of what a number of approval, registration or filing should be like; null when nothing is wrong with it. */
export function approvalNumberFault(text: string, kind: PriceKind): string | null {
  if (DRUG.test(text) || REGISTERED.test(text)) return null;
  for (const part of text.normalize('NFKC').replaceAll(INNER_SPACE, '$1').split(PARTS)) {
    if (kind === 'DRUG' && DRUG_START.test(part) && !DRUG.test(part)) return '国药准字H20050001';
    if (part.includes('械注') && !REGISTERED.test(part)) return '国械注准20163660001';
    if (part.includes('械备') && !FILED.test(part)) return '国械备20150123';
  }
  return null;
}
