import type { Refusal } from '../../../core/refusal.ts';
import { unprintableRefusals } from '../../../core/text-input.ts';

/**
 * Why a text that must be there is not taken: it says nothing, is too long, or holds characters that can not be printed.
 * What it says never stands in a refusal.
 *
 * @param longest - in characters
 */
export function requiredText(path: readonly string[], text: string | null | undefined, longest: number): Refusal[] {
  if (isBlank(text)) return [{ code: 'VALUE_MISSING', path, expected: path.at(-1) ?? '' }];
  return optionalText(path, text, longest);
}

/** Why a text that may be left out is not taken: it is too long, or holds characters that can not be printed. */
export function optionalText(path: readonly string[], text: string | null | undefined, longest: number): Refusal[] {
  if (text == null) return [];
  const length = Array.from(text).length;
  const refusals: Refusal[] = [];
  if (length > longest) {
    refusals.push({ code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) });
  }
  return [...refusals, ...unprintableRefusals(text, path)];
}

/** Whether a text says nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}

/** A text without the white space around it; null when it says nothing. */
export function trimmed(text: string | null | undefined): string | null {
  return text == null || isBlank(text) ? null : text.trim();
}
