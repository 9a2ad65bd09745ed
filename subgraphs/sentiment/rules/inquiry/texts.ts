import { optionalTextRefusals, textRefusals } from '../../../../core/text-input.ts';
import type { Refusal } from '../../../../core/refusal.ts';

/** The longest texts that are taken, in characters (UTF-16 code units). */
export const LONGEST = {
  title: 200,
  topic: 50,
  body: 20_000,
  name: 200,
  contact: 500,
  answer: 20_000,
  reason: 2_000,
  note: 2_000,
} as const;

/** Why a text that must be there is not taken; nothing of what it says stands in a refusal. */
export function neededText(field: keyof typeof LONGEST, text: string): Refusal[] {
  return textRefusals(text, { path: ['input', field], name: field, maximum: LONGEST[field] });
}

/** The same of a text that may be left out; a blank one counts as left out. */
export function freeText(field: keyof typeof LONGEST, text: string | null | undefined): Refusal[] {
  return optionalTextRefusals(leftOut(text), { path: ['input', field], name: field, maximum: LONGEST[field] });
}

/** A text without blanks around it; null when nothing is left. */
export function leftOut(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
