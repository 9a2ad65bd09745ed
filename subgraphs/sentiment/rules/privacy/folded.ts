import { PASSAGE_MASKS } from './passage.ts';

/** Stands for every unit of what is masked already: no pattern matches it, so it is a boundary to all. */
const OPAQUE = '\ufffc';

const MASKS = new RegExp(
  Object.values(PASSAGE_MASKS)
    .map((mask) => mask.replace(/[[\]]/gu, '\\$&'))
    .join('|'),
  'gu',
);
/** Full-width forms of ASCII, spaces of every width, and dashes of every length. */
const WIDE = /[！-～]/gu;
const SPACES = /[\u00a0\u2000-\u200d\u2060\u3000\ufeff\u00ad\t]/gu;
const DASHES = /[‐-―−﹣➖]/gu;
const BULLETS = /[•・‧∙⋅]/gu;
/** A whole number written in numerals: at least as many as a mobile number has. */
const NUMERALS = /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,19}/gu;
const NUMERAL_VALUES = '〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖';
const DIGITS = '001234567891123456789';

/**
 * A text in the form in which personal data are looked for: widths, dashes and long numbers in numerals made alike, and what is
 * masked already made opaque. Each UTF-16 unit stays where it was.
 */
export function folded(text: string): string {
  return text
    .replace(MASKS, (mask) => OPAQUE.repeat(mask.length))
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(DASHES, '-')
    .replace(BULLETS, '·')
    .replace(NUMERALS, (run) => run.replace(/./gu, (numeral) => DIGITS.charAt(NUMERAL_VALUES.indexOf(numeral))));
}
