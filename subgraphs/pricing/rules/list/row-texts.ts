import type { SheetRow } from '../../../../core/table.ts';
import { textFinding, type RowFinding } from '../checks/row-findings.ts';
import type { PriceRow } from '../price-row.ts';
import { cellText, isPlain } from './cell-text.ts';
import type { Column, ListColumns } from './columns.ts';
import type { ColumnCell } from './heading-words.ts';

/** The cells of a row that hold texts. */
export type TextCell = Exclude<ColumnCell, 'amount' | 'ceiling' | 'paymentStandard' | 'ignored'>;

/** A row's texts, by cell; empty where the list has no such column or the row nothing in it. */
export type RowTexts = Record<TextCell, string>;

const SPACE = 0x20;
const ALWAYS_CHECKED = 500;

/** Texts of a row that says nothing. */
export function blankTexts(): RowTexts {
  return {
    ...{ code: '', name: '', specification: '', model: '', unit: '', tier: '', condition: '', manufacturer: '' },
    ...{ mode: '', insuranceClass: '', selfPayPercent: '', nationalCode: '', content: '', exclusions: '' },
    ...{ brandName: '', dosageForm: '', packaging: '', approvalNumber: '', standardCode: '', procurement: '' },
    ...{ basis: '', note: '', effectiveOn: '' },
  };
}

/** The columns of texts. */
export function textColumnsOf(columns: ListColumns): readonly (Column & { readonly cell: TextCell })[] {
  return [...columns.of.values()] as (Column & { readonly cell: TextCell })[];
}

/** A text without blanks around it, in one line; most are so already. */
export function tidyText(raw: string): string {
  const last = raw.length - 1;
  if (raw.charCodeAt(0) !== SPACE && raw.charCodeAt(last) !== SPACE && isPlain(raw)) return raw;
  return cellText(raw);
}

/** Fills the texts of a row in, over those of the row before. */
export function fillTexts(texts: RowTexts, row: SheetRow, columns: readonly (Column & { readonly cell: TextCell })[]) {
  for (const { index, cell } of columns) {
    const raw = row.cells[index];
    texts[cell] = raw === undefined || raw === '' ? '' : tidyText(raw);
  }
}

/** What is wrong with a row's texts as such. */
export function textFindingsOf(
  texts: RowTexts,
  columns: readonly (Column & { readonly cell: TextCell })[],
  found: { readonly column: Column; readonly finding: Omit<RowFinding, 'cell'> }[],
): void {
  for (const column of columns) {
    const text = texts[column.cell];
    if (text.length <= ALWAYS_CHECKED && isPlain(text)) continue;
    const cell = column.cell === 'model' || column.cell === 'effectiveOn' ? 'specification' : column.cell;
    const finding = textFinding(cell satisfies keyof PriceRow, text);
    if (finding !== null) found.push({ column, finding });
  }
}
