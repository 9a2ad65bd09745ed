import type { SheetRow } from '../../../../core/table.ts';
import { cellText, isPlain } from './cell-text.ts';
import type { Column, ListColumns } from './columns.ts';
import type { ColumnCell } from './heading-words.ts';

/** The cells of a row that hold texts. */
export type TextCell = Exclude<ColumnCell, 'amount' | 'ceiling' | 'paymentStandard' | 'ignored'>;

/** A row's texts, by cell; empty where the list has no such column or the row nothing in it. */
export type RowTexts = Record<TextCell, string>;

const SPACE = 0x20;
const HASH = 0x23;
const SELDOM_LONGER = 500;

/** Columns of texts. */
export type TextColumns = readonly (Column & { readonly cell: TextCell })[];

/** Texts of a row that says nothing. */
export function blankTexts(): RowTexts {
  return {
    code: '',
    name: '',
    specification: '',
    model: '',
    unit: '',
    tier: '',
    condition: '',
    manufacturer: '',
    mode: '',
    insuranceClass: '',
    selfPayPercent: '',
    nationalCode: '',
    content: '',
    exclusions: '',
    brandName: '',
    dosageForm: '',
    packaging: '',
    approvalNumber: '',
    standardCode: '',
    procurement: '',
    basis: '',
    note: '',
    effectiveOn: '',
  };
}

/** The columns of texts. */
export function textColumnsOf(columns: ListColumns): TextColumns {
  return [...columns.of.values()] as readonly Column[] as TextColumns;
}

/** A text without blanks around it, in one line; most are so already. */
export function tidyText(raw: string): string {
  if (raw.charCodeAt(0) !== SPACE && raw.charCodeAt(raw.length - 1) !== SPACE && isPlain(raw)) return raw;
  return cellText(raw);
}

/**
 * Fills the texts of a row in, over those of the row before.
 *
 * @returns whether one of them needs a closer look: it is long, or holds signs that are not ordinary or begins like an
 *   error of a formula
 */
export function fillTexts(texts: RowTexts, row: SheetRow, columns: TextColumns): boolean {
  let needsLook = false;
  for (const { index, cell } of columns) {
    const raw = row.cells[index] ?? '';
    if (raw === '') texts[cell] = '';
    else if (isPlain(raw) && raw.length <= SELDOM_LONGER) {
      const hasEnds = raw.charCodeAt(0) === SPACE || raw.charCodeAt(raw.length - 1) === SPACE;
      texts[cell] = hasEnds ? raw.trim() : raw;
      if (raw.charCodeAt(0) === HASH) needsLook = true;
    } else {
      texts[cell] = cellText(raw);
      needsLook = true;
    }
  }
  return needsLook;
}
