/** What was read in a cell, or what would have been: the words of an example as they would stand in the sheet. */
export type CellReading<Value> = { readonly value: Value } | { readonly expected: string };

/** White space, and the marks without width that programs leave in texts. */
const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/g;

/** A text for comparing: without spaces and line breaks, full-width signs as half-width ones, in lower case. */
export function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(BLANKS, '').toLowerCase();
}

/** Whether a cell shows nothing. */
export function isBlank(text: string): boolean {
  return text.replaceAll(BLANKS, '') === '';
}

/** A text of one line: breaks between Chinese characters only wrap it and go, others become a space. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** As much of what came as a message can hold. */
export function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
