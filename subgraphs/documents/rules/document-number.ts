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

/** The form that a refusal shows. */
export const DOCUMENT_NUMBER_EXAMPLE = '沪卫办〔2021〕1号';
const LONGEST_SIGN = 30;
/** Longer text is not looked at: the shape would take long to fail on it. */
const LONGEST_TYPED = 80;
const SHAPE =
  /^([^\s\d第]|[^\s第][^\s第]*[^\s\d第])\s*[〔﹝([（【［]\s*(\d{4})\s*[〕﹞)\]）】］]\s*([1-9]\d{0,4})\s*号$/u;

/**
 * Reads a document number.
 *
 * @returns its parts, or null when it is none: a year of other than four digits, a running number with leading zeros
 *   or behind 第, no 号 at its end
 */
export function parseDocumentNumber(typed: string): DocumentNumber | null {
  if (typed.length > LONGEST_TYPED) return null;
  const match = SHAPE.exec(withPlainDigits(typed.trim()));
  const [, sign = '', year = '', sequence = ''] = match ?? [];
  if (match === null || sign.length > LONGEST_SIGN) return null;
  return { sign, year: Number(year), sequence: Number(sequence), text: `${sign}〔${year}〕${sequence}号` };
}

function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
