import type { MergedCells } from '../../../../../core/table.ts';
import type { StreamLimits } from '../../limits.ts';
import { notOverlapping } from '../../merges.ts';
import { unreadable } from '../../unreadable.ts';
import type { Archive } from './archive.ts';
import { cellPlace } from './cell-place.ts';
import { xmlText } from './xml.ts';

/** A header stands within so many rows. */
const HEADER_ROWS = 60;
const CELLS_END = /<\/(?:[\w.-]+:)?sheetData\s*>|<(?:[\w.-]+:)?sheetData\s*\/>/;
const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z0-9]+):([A-Z0-9]+)["']/g;
/** Longer than any element looked for. */
const CARRIED = 500;

/**
 * The merged cells that begin where a header may stand. They are written after all rows, so the part is read to its end,
 * without taking its rows apart.
 *
 * @throws Refused for a part that is damaged, or whose merged cells overlap
 */
export async function headerMerges(
  archive: Archive,
  path: string,
  { columns }: StreamLimits,
): Promise<readonly MergedCells[]> {
  const merges: MergedCells[] = [];
  let carried = '';
  let isAfterCells = false;
  for await (const piece of xmlText(archive.part(path))) {
    let text = carried + piece;
    if (!isAfterCells) {
      const end = text.includes('sheetData') ? CELLS_END.exec(text) : null;
      isAfterCells = end !== null;
      text = text.slice(end?.index ?? -CARRIED);
    }
    carried = isAfterCells ? collect(text, merges) : text;
    if (merges.length > HEADER_ROWS * columns) throw unreadable('完整的 .xlsx 文件', '合并单元格互相重叠的工作簿');
  }
  return notOverlapping(merges, HEADER_ROWS, columns);
}

/** Collects the merged cells of a stretch, and gives the rest that may be half of one. */
function collect(text: string, merges: MergedCells[]): string {
  let end = 0;
  for (const match of text.matchAll(MERGE)) {
    end = match.index + match[0].length;
    const [from, to] = [cellPlace(match[1] ?? ''), cellPlace(match[2] ?? '')];
    if (from === null || to === null || from.row >= HEADER_ROWS) continue;
    merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
  return text.slice(Math.max(end, text.length - CARRIED));
}
