const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^[0-9A-Za-z]{1,18}([-/][0-9A-Za-z]{1,18}){0,2}\/\d{4}-\d{1,8}$/;
/** Two characters for authority and kind, six digits for the place, nine for the organisation, one to check. */
const CREDIT_CODE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
/** Its last ten, where the check letter shows that they are; ten digits may as well be a number of the issuer's own. */
const END_OF_CREDIT_CODE = /^\d{8}[0-9X][A-HJ-NP-RTUWXY]$/;

/**
 * The check character of a unified social credit code (统一社会信用代码) over its first 17 characters; null when these
 * hold a character that the code does not use.
 *
 * @see GB 32100-2015; rule D15
 */
export function creditCodeCheck(first17: string): string | null {
  return checkOver(first17, ALPHABET, WEIGHTS);
}

/**
 * The check character of an organisation code (组织机构代码) over its first eight characters; null when these hold a
 * character that the code does not use. The code stands in a credit code from its ninth character on.
 *
 * @see GB 11714-1997
 */
export function organisationCheck(first8: string): string | null {
  return checkOver(first8, '0123456789X', ORGANISATION_WEIGHTS);
}

function checkOver(text: string, checks: string, weights: readonly number[]): string | null {
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (values.length !== weights.length || values.includes(-1)) return null;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(values[index]), 0);
  return checks.charAt((checks.length - (sum % checks.length)) % checks.length);
}

/** What is wrong with an index number (索引号). */
export type IndexNumberProblem = 'SHAPE' | 'CHECK_DIGIT';

/**
 * Looks an index number over; refuses only what is clearly wrong. A prefix that is a credit code must hold its check
 * character. Of one that is the end of a credit code the beginning, and so the last check, is not known; the
 * organisation code within it must hold its own. Other prefixes are the issuer's affair.
 *
 * @see rules D14, D15
 */
export function indexNumberProblem(text: string): IndexNumberProblem | null {
  if (!SHAPE.test(text)) return 'SHAPE';
  const prefix = text.slice(0, text.indexOf('/')).toUpperCase();
  if (CREDIT_CODE.test(prefix)) return problemUnless(creditCodeCheck(prefix.slice(0, 17)) === prefix.charAt(17));
  if (END_OF_CREDIT_CODE.test(prefix)) return problemUnless(organisationCheck(prefix.slice(0, 8)) === prefix.charAt(8));
  return null;
}

function problemUnless(isRight: boolean): IndexNumberProblem | null {
  return isRight ? null : 'CHECK_DIGIT';
}

/** An index number as it is kept and compared: a prefix that is a credit code or its end in capitals, others as typed. */
export function normalIndexNumber(typed: string): string {
  const text = typed.trim();
  const prefix = text.slice(0, text.indexOf('/'));
  const capitals = prefix.toUpperCase();
  const isCode = CREDIT_CODE.test(capitals) || END_OF_CREDIT_CODE.test(capitals);
  return isCode ? capitals + text.slice(prefix.length) : text;
}
