const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-Za-z]{1,18}([-/][0-9A-Za-z]{1,18}){0,2}\/\d{4}-\d{1,8}$/;

/**
 * The check character of a unified social credit code (统一社会信用代码) over its first 17 characters; null when these
 * hold a character that the code does not use.
 *
 * @see GB 32100-2015; rule D15
 */
export function creditCodeCheck(first17: string): string | null {
  const values = [...first17].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return null;
  const sum = values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** What is wrong with an index number (索引号). */
export type IndexNumberProblem = 'SHAPE' | 'CHECK_DIGIT';

/**
 * Looks an index number over. A prefix of 18 characters is a credit code and must hold its own check character; other
 * prefixes are the issuer's affair, since ten characters may be the end of a credit code whose beginning is not known.
 *
 * @see rules D14, D15
 */
export function indexNumberProblem(text: string): IndexNumberProblem | null {
  if (!SHAPE.test(text)) return 'SHAPE';
  const [prefix = ''] = text.split('/');
  if (prefix.length !== 18) return null;
  return creditCodeCheck(prefix.slice(0, 17)) === prefix[17] ? null : 'CHECK_DIGIT';
}
