import type { Spooled } from '../../../spool.ts';
import type { StreamLimits } from '../../limits.ts';
import { batched } from '../batched.ts';
import type { OpenedFile, OpenedSheet } from '../opened-file.ts';
import { Archive } from './archive.ts';
import type { CellGround } from './cell-value.ts';
import { headerMerges } from './header-merges.ts';
import { sharedStrings } from './shared-strings.ts';
import { SheetHandler } from './sheet-handler.ts';
import { numberStyles } from './styles.ts';
import { workbookParts } from './workbook-parts.ts';
import { gatheredXml } from './xml.ts';

/**
 * Opens an Office Open XML workbook; hidden sheets are left out. Its sheets are read from disk, its shared texts and
 * styles are kept.
 *
 * @throws Refused for an archive that is damaged, locked, or no workbook
 * @throws Fault LIMIT_EXCEEDED
 */
export async function openWorkbook(file: Spooled, limits: StreamLimits): Promise<Omit<OpenedFile, 'isCompressed'>> {
  const archive = await Archive.open(file, limits);
  const parts = await workbookParts(archive, limits);
  const ground: CellGround = {
    styles: await numberStyles(archive, parts.styles),
    strings: await sharedStrings(archive, parts.sharedStrings, limits),
    from1904: parts.from1904,
  };
  async function* sheets(): AsyncGenerator<OpenedSheet, void, void> {
    for (const { name, path } of parts.sheets) {
      const merges = await headerMerges(archive, path, limits);
      const rows = {
        [Symbol.asyncIterator]: () => batched(gatheredXml(archive.part(path), new SheetHandler(ground, limits))),
      };
      yield { name, merges, rows };
    }
  }
  return { format: 'xlsx', encoding: null, delimiter: null, sheets, text: noText };
}

async function* noText(): AsyncGenerator<string, void, void> {
  yield* await Promise.resolve([]);
}
