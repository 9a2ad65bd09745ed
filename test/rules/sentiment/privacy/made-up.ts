/** An identity number of nobody, with its check character: by the remainders of ISO 7064 MOD 11-2, from the left. */
export function idNumber(region: string, birth: string, order: string): string {
  const digits = `${region}${birth}${order}`;
  const remainder = Array.from(digits, Number).reduce((rest, digit) => ((rest + digit) * 2) % 11, 0);
  const check = (12 - remainder) % 11;
  return digits + (check === 10 ? 'X' : String(check));
}

/** The same with another check character, so that it is none. */
export function wrongIdNumber(region: string, birth: string, order: string): string {
  const right = idNumber(region, birth, order);
  return right.slice(0, 17) + (right.endsWith('3') ? '4' : '3');
}

/** A number of a bank card of nobody: digits and the one that checks them, by doubling every other one from the right. */
export function cardNumber(digits: string): string {
  const doubled = ['0246813579', '0123456789'];
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => total + Number(doubled[at % 2]?.charAt(Number(digit))), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** The same with another check digit. */
export function wrongCardNumber(digits: string): string {
  return digits + String((Number(cardNumber(digits).at(-1)) + 1) % 10);
}

/** Full-width digits and letters. */
export function wide(text: string): string {
  return text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

/** A text in groups of so many characters. */
export function grouped(text: string, groups: readonly number[], gap: string): string {
  let at = 0;
  return groups.map((length) => text.slice(at, (at += length))).join(gap);
}
