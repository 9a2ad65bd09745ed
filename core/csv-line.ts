/** The mark by which programs know that a text file is in UTF-8; what people open in a spreadsheet begins with it. */
export const CSV_BEGIN = '\uFEFF';

/** One row of a text file of cells divided by commas, its end included. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

/** A text that a spreadsheet program would reckon as a formula is marked as text, as these programs do themselves. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
