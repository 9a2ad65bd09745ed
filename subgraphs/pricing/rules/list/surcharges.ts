import type { Finding } from '../finding.ts';
import type { PriceRow } from '../price-row.ts';

/** Words that say what a surcharge is added to. */
const NAMES_BASE =
  /基础上|基础价|为基数|基数|基价|原价|按.*的\s*\d|相应|主项目|该项目|本项|上述|同项目|项目价格|标准的|\d{9}/;
/** So many codes are remembered; a list with more is taken to have every base. */
const MOST_CODES = 200_000;
const MOST_WAITING = 50_000;
const SERVICE_DIGITS = 9;
const NATIONAL_DIGITS = 15;
/** The digits of a national code that are those of the item; the last four tell sub-items apart. */
const NATIONAL_ITEM = 11;

/**
 * Finds surcharges (加收) that are added to nothing: no words name the base, and the list has no item of which the code
 * is a sub-item. The base may come later, so that such rows wait for the end. Kept are the numbers of the items, at most
 * {@link MOST_CODES}, and the places of rows that wait, at most {@link MOST_WAITING}.
 *
 * @see rule H13
 */
export class Surcharges {
  private readonly items = new Set<number>();
  private waiting: { readonly item: number; readonly finding: Finding }[] = [];

  /** Remembers what a row with an amount prices. */
  priced(code: string): void {
    if (code.length < SERVICE_DIGITS || this.items.size >= MOST_CODES) return;
    const item = itemOf(code);
    if (item !== null && isMainItem(code)) this.items.add(item);
  }

  /** Judges a row with a surcharge: at once, or at the end where its base may yet come. */
  added(price: PriceRow, finding: Finding): Finding | null {
    const texts = [price.amountText, price.name, price.note, price.content, price.specification];
    if (texts.some((text) => text !== null && NAMES_BASE.test(text))) return null;
    const item = itemOf(price.code);
    if (item === null) return finding;
    if (this.hasItem(item)) return null;
    if (this.waiting.length >= MOST_WAITING) return finding;
    this.waiting.push({ item, finding });
    return null;
  }

  /** Those whose base never came. */
  end(): Finding[] {
    const baseless = this.waiting.filter(({ item }) => !this.hasItem(item));
    this.waiting = [];
    return baseless.map(({ finding }) => finding);
  }

  private hasItem(item: number): boolean {
    return this.items.has(item) || this.items.size >= MOST_CODES;
  }
}

/** The item's digits as a number, alike for its national and its nine-digit code; null for local codes. */
function itemOf(code: string): number | null {
  const digits = leadingDigits(code);
  if (code.startsWith('0')) return digits >= NATIONAL_DIGITS ? Number(code.slice(0, NATIONAL_ITEM)) : null;
  return digits >= SERVICE_DIGITS ? Number(code.slice(0, SERVICE_DIGITS)) : null;
}

function isMainItem(code: string): boolean {
  if (code.startsWith('0')) return code.startsWith('0000', NATIONAL_ITEM);
  return code.length === SERVICE_DIGITS || code.charAt(SERVICE_DIGITS) === '(';
}

function leadingDigits(code: string): number {
  let index = 0;
  while (index < code.length && code.charCodeAt(index) >= 0x30 && code.charCodeAt(index) <= 0x39) index += 1;
  return index;
}
