import type { Refusal } from '../../../../core/refusal.ts';
import { unprintableRefusals } from '../../../../core/text-input.ts';

/** The longest texts that are taken, in characters. */
export const LONGEST = {
  name: 200,
  contact: 500,
  identification: 200,
  describes: 5_000,
  documentNumber: 200,
  evidence: 5_000,
  party: 500,
  note: 2_000,
} as const;

/**
 * Why a text that must be there is not taken. What it says never stands in a refusal, since it may be personal; only which
 * character can not be printed, and where.
 */
export function neededText(field: keyof typeof LONGEST, text: string, path: readonly string[]): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: field }];
  return freeText(field, text, path);
}

/** The same of a text that may be left out. */
export function freeText(
  field: keyof typeof LONGEST,
  text: string | null | undefined,
  path: readonly string[],
): Refusal[] {
  if (text == null) return [];
  const length = Array.from(text).length;
  const longest = LONGEST[field];
  const refusals: Refusal[] = [];
  if (length > longest) {
    refusals.push({ code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) });
  }
  return [...refusals, ...unprintableRefusals(text, path)];
}
