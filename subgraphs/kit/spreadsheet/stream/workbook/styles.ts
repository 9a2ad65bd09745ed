import type { Archive } from './archive.ts';
import { damaged } from './damaged.ts';
import { readXml } from './xml.ts';

/** How a style shows a number: as a day, with so many digits at least (a code's leading zeros), or as it is. */
export type NumberStyle = 'DAY' | 'PLAIN' | { readonly digits: number };

/** More styles than any program writes. */
const MOST_STYLES = 100_000;

/** The formats that have a number and no text in the file, of those that show a day. @see ECMA-376 part 1, 18.8.30 */
const BUILT_IN_DAYS: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

/** The styles of a workbook, as cells refer to them by their place. */
export async function numberStyles(archive: Archive, path: string | null): Promise<readonly NumberStyle[]> {
  const formats = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  if (path === null) return styles;
  let list = '';
  await readXml(archive.part(path), {
    open(name, { numFmtId = '0', formatCode = '' }, depth) {
      if (depth === 2) list = name;
      const id = Number(numFmtId);
      if (list === 'numFmts' && name === 'numFmt') formats.set(id, styleOf(formatCode));
      if (list === 'cellXfs' && name === 'xf') styles.push(formats.get(id) ?? builtIn(id));
      if (Math.max(formats.size, styles.length) > MOST_STYLES) throw damaged('样式过多');
    },
  });
  return styles;
}

function builtIn(id: number): NumberStyle {
  return BUILT_IN_DAYS.some(([from, to]) => id >= from && id <= to) ? 'DAY' : 'PLAIN';
}

/** What a format shows: times alone are no day, and letters in quotes or brackets are no letters of the format. */
function styleOf(code: string): NumberStyle {
  const signs = code
    .replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .split(';', 1)
    .join('')
    .replace(/General|AM\/PM|A\/P/i, '');
  if (/[yd]/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs))) return 'DAY';
  return /^0{2,30}$/.test(signs) ? { digits: signs.length } : 'PLAIN';
}
