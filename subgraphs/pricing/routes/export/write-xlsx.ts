import { writeXlsxStream } from 'hucre/xlsx';
import type { PriceExport } from '../../commands/export/export-prices.ts';
import type { ExportedPrice } from '../../rules/export/exported-price.ts';
import { LIST_COLUMNS } from '../../rules/export/list-layout.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { ExportScene } from '../../store/export/exported-prices.ts';
import { leadingCells, leadingHeadings } from './written-export.ts';

const SHEETS: Readonly<Record<PriceKind, string>> = { SERVICE: '医疗服务项目', DRUG: '药品', CONSUMABLE: '医用耗材' };
/** As text, so that codes keep their zeros when someone edits them. */
const TEXT = '@';

/**
 * Writes an export as a workbook; what one sheet can not hold goes on in the next, below the same headings. Amounts are
 * numbers where that keeps them exact.
 */
export async function* writePricesXlsx(scene: ExportScene, opened: PriceExport): AsyncGenerator<Uint8Array> {
  const columns = [
    ...leadingHeadings(scene).map((header) => ({ header, width: 24, numFmt: TEXT })),
    ...LIST_COLUMNS[scene.kind].map(({ heading, width, isAmount }) => ({
      ...{ header: heading, width },
      ...(isAmount ? {} : { numFmt: TEXT }),
    })),
  ];
  const rows = rowsOf(scene, opened);
  yield* writeXlsxStream(rows, { name: SHEETS[scene.kind], columns, freezePane: { rows: 1 } });
}

async function* rowsOf(scene: ExportScene, opened: PriceExport): AsyncGenerator<(string | number | null)[]> {
  for await (const part of opened.parts()) {
    for (const { line } of part.lines) {
      const price = JSON.parse(line) as ExportedPrice;
      const cells = LIST_COLUMNS[scene.kind].map(({ cell, isAmount }) => valueOf(cell(price), isAmount));
      yield [...leadingCells(scene, part, price.institution), ...cells];
    }
  }
}

/** So many digits a spreadsheet program keeps of a number. */
const EXACT = /^(?=.{1,15}$)(?:0|[1-9]\d*)(?:\.\d+)?$/;

function valueOf(text: string, isAmount: boolean): string | number | null {
  if (text === '') return null;
  return isAmount && EXACT.test(text) ? Number(text) : text;
}
