import type { SheetRow } from '../../../../core/table.ts';
import type { Yuan } from '../../../../core/yuan.ts';
import { BLANK_AMOUNT, readAmount, type AmountReading } from '../amounts/amount-cell.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { PriceRow } from '../price-row.ts';
import type { ReaderOptions } from '../reading/sheet-reader.ts';
import { clipped } from './cell-text.ts';
import { readInsuranceClass, readMode, readSelfPay, saysNoShare } from './choices.ts';
import type { AmountColumn, Column, ListColumns } from './columns.ts';
import { remembering } from './remembering.ts';
import { dateFault } from './row-date.ts';
import type { RowTexts, TextCell } from './row-texts.ts';
import { tierReader } from './tiers.ts';

/** Something found in one cell. */
export interface CellFinding {
  readonly code: FindingCode;
  readonly column: Column | null;
  readonly got: string | null;
  readonly expected: string | null;
}

/** A price that is being made. */
export type PriceDraft = { -readonly [Cell in keyof PriceRow]: PriceRow[Cell] };

const NOT_ASCII = /[^\x20-\x7e]/;
const FULL_WIDTH_SIGN = /[０-９Ａ-Ｚａ-ｚ]/;
/** A national code with a local one behind it. */
const NATIONAL_FIRST = /^(0\d{14})-/;
const SAYS_NOTHING = /^(?:[-–—/\\]+|无)$/;

/** Makes of a row's texts the cells of a price. */
export class RowCells {
  private readonly columns: ListColumns;
  private readonly mode = remembering(readMode);
  private readonly insurance = remembering(readInsuranceClass);
  private readonly selfPay = remembering(readSelfPay);
  private readonly date;
  private readonly tier;
  private found: CellFinding[] = [];

  constructor(columns: ListColumns, { tiers, today, effectiveOn }: ReaderOptions) {
    this.columns = columns;
    this.tier = tierReader(tiers);
    this.date = remembering((text) => dateFault(text, today, effectiveOn));
  }

  /** All cells but the amounts, and what was found in them. */
  read(texts: RowTexts): { readonly price: PriceDraft; readonly findings: readonly CellFinding[] } {
    this.found = [];
    const insurance = this.insuranceOf(texts.insuranceClass);
    const code = this.codeOf('code', texts.code);
    const price: PriceDraft = {
      code,
      name: texts.name,
      specification: orNull(texts.model === '' ? texts.specification : `${texts.specification} ${texts.model}`.trim()),
      unit: texts.unit === '' ? (this.columns.unit ?? '') : texts.unit,
      tier: this.tierOf(texts.tier, 'tier'),
      condition: orNull(texts.condition),
      manufacturer: orNull(texts.manufacturer),
      amount: null,
      amountUpTo: null,
      amountText: null,
      surchargePercent: null,
      mode: this.modeOf(texts.mode),
      ceiling: null,
      insuranceClass: insurance?.insuranceClass ?? null,
      selfPayPercent: this.selfPayOf(texts.selfPayPercent) ?? insurance?.selfPayPercent ?? null,
      paymentStandard: null,
      nationalCode: orNull(this.codeOf('nationalCode', texts.nationalCode)) ?? NATIONAL_FIRST.exec(code)?.[1] ?? null,
      content: orNull(texts.content),
      exclusions: orNull(texts.exclusions),
      brandName: orNull(texts.brandName),
      dosageForm: orNull(texts.dosageForm),
      packaging: orNull(texts.packaging),
      approvalNumber: orNull(texts.approvalNumber),
      standardCode: orNull(this.codeOf('standardCode', texts.standardCode)),
      procurement: orNull(texts.procurement),
      basis: orNull(texts.basis),
      note: this.noteOf(texts, insurance === null),
    };
    if (texts.effectiveOn !== '') this.judgeDate(texts.effectiveOn);
    return { price, findings: this.found };
  }

  /** Puts what stands in one column of amounts into a price. */
  fill(price: PriceDraft, { amount, upTo, words, percent }: AmountReading, column: AmountColumn, row: SheetRow): void {
    this.found = [];
    if (column.tier !== null) price.tier = this.tierOf(column.tier, column);
    if (column.condition !== null) price.condition = column.condition;
    price.amount = amount;
    price.amountUpTo = upTo;
    price.amountText = words;
    price.surchargePercent = percent;
    price.ceiling = this.sideAmount(this.columns.ceilings, column, row);
    price.paymentStandard = this.sideAmount(this.columns.paymentStandards, column, row);
  }

  /** What was found when the last price was made. */
  get lastFindings(): readonly CellFinding[] {
    return this.found;
  }

  private sideAmount(columns: readonly AmountColumn[], { tier, condition }: AmountColumn, row: SheetRow): Yuan | null {
    if (columns.length === 0) return null;
    const column =
      columns.find((one) => one.tier === tier && one.condition === condition) ??
      columns.find((one) => one.tier === null && one.condition === null);
    const text = column === undefined ? '' : (row.cells[column.index] ?? '').trim();
    const reading = readAmount(text);
    if (column === undefined || reading === BLANK_AMOUNT) return null;
    const { amount, upTo, unit, fault } = reading;
    if (amount !== null && upTo === null && unit === null && fault === null) return amount;
    this.tell('SIDE_AMOUNT_NOT_UNDERSTOOD', column, text);
    return null;
  }

  private tierOf(text: string, place: 'tier' | AmountColumn): string | null {
    if (text === '' || SAYS_NOTHING.test(text)) return null;
    const { tier, nearest } = this.tier(text);
    if (nearest !== null) {
      const column = place === 'tier' ? (this.columns.of.get('tier') ?? null) : place;
      this.tell('TIER_UNKNOWN', column, text, nearest);
    }
    return tier;
  }

  private codeOf(cell: 'code' | 'nationalCode' | 'standardCode', text: string): string {
    if (text === '' || SAYS_NOTHING.test(text)) return '';
    if (!NOT_ASCII.test(text)) return text;
    const plain = text.normalize('NFKC');
    if (plain !== text && FULL_WIDTH_SIGN.test(text)) {
      this.tell('CODE_FULL_WIDTH', this.columns.of.get(cell) ?? null, text, plain);
    }
    return plain;
  }

  private modeOf(text: string): PriceRow['mode'] {
    if (text === '' || SAYS_NOTHING.test(text)) return null;
    const mode = this.mode(text);
    if (mode === null) this.tellCell('MODE_UNKNOWN', 'mode', text, '政府指导价 / 市场调节价');
    return mode;
  }

  private insuranceOf(text: string) {
    if (text === '' || SAYS_NOTHING.test(text)) return null;
    const reading = this.insurance(text);
    if (reading === null) this.tellCell('INSURANCE_CLASS_UNKNOWN', 'insuranceClass', text, '甲 / 乙 / 丙');
    return reading;
  }

  private selfPayOf(text: string): string | null {
    if (text === '' || saysNoShare(text)) return null;
    const percent = this.selfPay(text);
    if (percent === null) this.tellCell('SELF_PAY_NOT_UNDERSTOOD', 'selfPayPercent', text, '0% – 100%');
    return percent;
  }

  /** The note; words for the insurance class that are none stand in it, so that they are not lost. */
  private noteOf({ note, insuranceClass }: RowTexts, isUnclassed: boolean): string | null {
    if (!isUnclassed || insuranceClass === '' || SAYS_NOTHING.test(insuranceClass)) return orNull(note);
    const told = `${this.columns.of.get('insuranceClass')?.heading ?? ''}：${insuranceClass}`;
    return note === '' ? told : `${note}；${told}`;
  }

  private judgeDate(text: string): void {
    const fault = this.date(text);
    if (fault !== null) this.tellCell(fault.code, 'effectiveOn', text, fault.expected);
  }

  private tellCell(code: FindingCode, cell: TextCell, got: string, expected: string | null): void {
    this.tell(code, this.columns.of.get(cell) ?? null, got, expected);
  }

  private tell(code: FindingCode, column: Column | null, got: string, expected: string | null = null): void {
    this.found.push({ code, column, got: clipped(got), expected });
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
