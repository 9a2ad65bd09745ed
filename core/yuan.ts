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

const PLACES = 4;

/** An amount in ten-thousandths of a yuan, to reckon with exactly. */
export function tenThousandths(amount: Yuan): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  const magnitude = BigInt(whole.replace('-', '') + fraction.padEnd(PLACES, '0'));
  return amount.startsWith('-') ? -magnitude : magnitude;
}

/** The amount of so many ten-thousandths of a yuan. */
export function yuanOf(tenThousandthsOfYuan: bigint): Yuan {
  const isNegative = tenThousandthsOfYuan < 0n;
  const digits = String(isNegative ? -tenThousandthsOfYuan : tenThousandthsOfYuan).padStart(PLACES + 1, '0');
  const places = digits.slice(-PLACES).replace(/0+$/, '');
  const text = digits.slice(0, -PLACES) + (places === '' ? '' : `.${places}`);
  return (isNegative ? `-${text}` : text) as Yuan;
}
