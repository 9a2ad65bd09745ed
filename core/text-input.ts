import type { Refusal } from './refusal.ts';

/** A text that someone hands in, and where it stands. */
export interface TextPlace {
  readonly path: readonly string[];
  /** What is missing when it is blank. */
  readonly name: string;
  /** In characters (UTF-16 code units). */
  readonly maximum: number;
}

/** Control characters but tab and line ends, and those that are unseen or turn the direction of writing. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Every reason why a text that must be there is not taken: it is blank, too long, or holds characters that nobody sees. */
export function textRefusals(text: string, { path, name, maximum }: TextPlace): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: name }];
  const refusals: Refusal[] = [];
  if (text.length > maximum) {
    refusals.push({ code: 'VALUE_TOO_LONG', path, expected: String(maximum), got: String(text.length) });
  }
  return [...refusals, ...unprintableRefusals(text, path)];
}

/** Whether a text holds a character that nobody sees: which one and where, and nothing else of the text. */
export function unprintableRefusals(text: string, path: readonly string[]): Refusal[] {
  const found = UNPRINTABLE.exec(text);
  if (found === null) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [{ code: 'CHARACTER_NOT_PRINTABLE', path, got: `U+${code} (${String(found.index + 1)})` }];
}

/** The same of a text that may be left out; null is taken. */
export function optionalTextRefusals(text: string | null, place: TextPlace): Refusal[] {
  return text === null ? [] : textRefusals(text, place);
}
