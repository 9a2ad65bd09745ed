import type { PriceKind } from '../price-row.ts';
import type { ListedPrice } from '../reading/sheet-reader.ts';
import type { ListColumns } from './columns.ts';
import type { Findings } from './findings.ts';
import { Surcharges } from './surcharges.ts';

/** So few prices may well be alike. */
const LEAST_ALIKE = 20;

/** What only the whole list shows; of its prices little more than counts is kept. */
export class WholeList {
  prices = 0;
  private readonly kind: PriceKind;
  private readonly surcharges = new Surcharges();
  private numbers = 0;
  private ones = 0;
  private first: string | null = null;
  private likeFirst = 0;
  private saysMode = false;

  constructor(kind: PriceKind) {
    this.kind = kind;
  }

  add(listed: ListedPrice, findings: Findings): void {
    const { price } = listed;
    this.prices += 1;
    if (price.mode !== null) this.saysMode = true;
    if (price.amount !== null) this.count(price.amount);
    if (price.surchargePercent !== null) this.judgeSurcharge(listed, findings);
    else if (this.kind === 'SERVICE' && price.amount !== null) this.surcharges.priced(price.code);
  }

  private judgeSurcharge({ price, ...place }: ListedPrice, findings: Findings): void {
    const code = 'SURCHARGE_WITHOUT_BASE';
    const finding = this.surcharges.added(price, { ...place, code, got: price.amountText, expected: null });
    if (finding !== null) findings.keep(finding);
  }

  /** Tells what is known once all rows have come. */
  end(columns: ListColumns, findings: Findings): void {
    for (const finding of this.surcharges.end()) findings.keep(finding);
    const price = columns.prices[0] ?? null;
    if (this.prices === 0 && !findings.hasErrors) findings.add('PRICES_MISSING', null, price);
    const isSilent = this.kind === 'SERVICE' && !this.saysMode;
    if (this.prices > 0 && isSilent) findings.add('MODE_MISSING', null, null);
    const alike = this.ones * 2 > this.numbers ? '1' : this.likeFirst * 2 > this.numbers ? this.first : null;
    if (this.numbers >= LEAST_ALIKE && alike !== null) findings.add('AMOUNTS_ALIKE', null, price, alike);
  }

  private count(amount: string): void {
    this.first ??= amount;
    this.numbers += 1;
    if (amount === '1') this.ones += 1;
    if (amount === this.first) this.likeFirst += 1;
  }
}
