/** The place of a cell that is called like `AB12`, counted from 0; null for a name that is none. */
export function cellPlace(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { row: Number(digits) - 1, column: columnOf(letters) };
}

/** The column that stands at the beginning of a cell's name, counted from 0; null when none does. */
export function columnOfName(name: string): number | null {
  let end = 0;
  while (end < name.length && name.charCodeAt(end) >= 65 && name.charCodeAt(end) <= 90) end += 1;
  return end === 0 || end > 3 ? null : columnOf(name.slice(0, end));
}

function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}
