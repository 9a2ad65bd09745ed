declare const yuan: unique symbol;

/** An exact amount of money in yuan (元) as decimal text with up to four places: "12", "0.1265". Never a float. */
export type Yuan = string & { readonly [yuan]: true };

const SHAPE = /^-?\d{1,12}(\.\d{1,4})?$/;

/** @returns the amount in its shortest form ("70.00" is "70"), or null when the text is not an amount */
export function parseYuan(text: string): Yuan | null {
  if (!SHAPE.test(text)) return null;
  const isNegative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const places = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + (places === '' ? '' : `.${places}`);
  return (isNegative && digits !== '0' ? `-${digits}` : digits) as Yuan;
}
