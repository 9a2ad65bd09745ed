/**
 * A document number (文号) in its parts: the issuer's sign (机关代字), the year, the running number.
 *
 * @see rules D12, D13
 */
export interface DocumentNumber {
  readonly sign: string;
  readonly year: number;
  readonly sequence: number;
  /** The normal form, such as 沪卫办〔2021〕1号, whichever brackets and digits were typed. */
  readonly text: string;
}

const OPENING = '〔﹝([（【［';
const CLOSING = '〕﹞)]）】］';
const SHAPE = new RegExp(
  `^(.+?)\\s*[${escapeAll(OPENING)}]\\s*(\\d{4})\\s*[${escapeAll(CLOSING)}]\\s*(\\d{1,5})\\s*号$`,
  'u',
);
/** The form that a refusal shows. */
export const DOCUMENT_NUMBER_EXAMPLE = '沪卫办〔2021〕1号';
const LONGEST_SIGN = 30;

/**
 * Reads a document number.
 *
 * @returns its parts, or null when it is none: a year of other than four digits, a running number with leading zeros
 *   or behind 第, no 号 at its end
 */
export function parseDocumentNumber(typed: string): DocumentNumber | null {
  const match = SHAPE.exec(withPlainDigits(typed.trim()));
  const [, sign = '', year = '', sequence = ''] = match ?? [];
  if (match === null || sequence.startsWith('0') || sign.length > LONGEST_SIGN || /[\s第]|\d$/u.test(sign)) return null;
  return { sign, year: Number(year), sequence: Number(sequence), text: `${sign}〔${year}〕${sequence}号` };
}

function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function escapeAll(characters: string): string {
  return [...characters]
    .map((character) => `\\${character}`)
    .join('')
    .replace(/\\([〔﹝（【［〕﹞）】］])/gu, '$1');
}
