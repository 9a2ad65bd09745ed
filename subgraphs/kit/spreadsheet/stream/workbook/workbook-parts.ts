import { overLimit, type StreamLimits } from '../../limits.ts';
import type { Archive } from './archive.ts';
import { damaged } from './damaged.ts';
import { relationshipsOf } from './relationships.ts';
import { readXml } from './xml.ts';

/** Where the parts of a workbook are. */
export interface WorkbookParts {
  /** The sheets of cells that are shown, in their order. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904, as early programs for the Macintosh did. */
  readonly from1904: boolean;
}

/**
 * Reads what a workbook consists of.
 *
 * @throws Refused for an archive that is no workbook
 * @throws Fault LIMIT_EXCEEDED for too many sheets
 */
export async function workbookParts(archive: Archive, { sheets: most }: StreamLimits): Promise<WorkbookParts> {
  const path = (await relationshipsOf(archive, '')).find(({ kind }) => kind === 'officeDocument')?.path;
  if (path === undefined || !path.toLowerCase().endsWith('.xml')) throw damaged('压缩包里没有 .xlsx 的工作簿');
  const parts = await relationshipsOf(archive, path);
  const { listed, from1904 } = await sheetList(archive, path, most);
  const sheets = listed.flatMap(({ name, id }) => {
    const part = parts.find((one) => one.id === id);
    if (part === undefined) throw damaged(`缺少工作表“${name}”`);
    // Sheets of charts and macros hold no cells.
    return part.kind === 'worksheet' ? [{ name, path: part.path }] : [];
  });
  const pathOf = (kind: string): string | null => parts.find((part) => part.kind === kind)?.path ?? null;
  return { sheets, sharedStrings: pathOf('sharedStrings'), styles: pathOf('styles'), from1904 };
}

async function sheetList(archive: Archive, path: string, most: number) {
  const listed: { readonly name: string; readonly id: string }[] = [];
  let from1904 = false;
  await readXml(archive.part(path), {
    open(name, attributes, depth) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || depth !== 3 || /hidden$/i.test(attributes['state'] ?? '')) return;
      const id = Object.entries(attributes).find(([key]) => /^.+:id$/.test(key))?.[1];
      listed.push({ name: attributes['name'] ?? '', id: id ?? '' });
      if (listed.length > most) throw overLimit('sheets', most, 'more');
    },
  });
  return { listed, from1904 };
}
