import { csvLine } from '../../../../core/csv-line.ts';
import type { PriceExport } from '../../commands/export/export-prices.ts';
import type { ExportedPrice } from '../../rules/export/exported-price.ts';
import { LIST_COLUMNS } from '../../rules/export/list-layout.ts';
import type { ExportScene } from '../../store/export/exported-prices.ts';
import { leadingCells, leadingHeadings } from './written-export.ts';

/** Writes an export as a text file of cells divided by commas, in UTF-8 with a byte order mark, as the import reads it. */
export async function* writePricesCsv(scene: ExportScene, opened: PriceExport): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const columns = LIST_COLUMNS[scene.kind];
  yield encoder.encode(`\uFEFF${csvLine([...leadingHeadings(scene), ...columns.map(({ heading }) => heading)])}`);
  for await (const part of opened.parts()) {
    const lines = part.lines.map(({ line }) => {
      const price = JSON.parse(line) as ExportedPrice;
      return csvLine([...leadingCells(scene, part, price.institution), ...columns.map(({ cell }) => cell(price))]);
    });
    yield encoder.encode(lines.join(''));
  }
}
