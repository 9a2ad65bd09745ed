import type { Refusal } from '../../../core/refusal.ts';

/** The longest texts that are taken, in characters. */
export const LONGEST = { title: 200, summary: 5_000, body: 20_000 } as const;

/** Why a text is not taken: it is empty, or too long. */
export function textRefusals(field: keyof typeof LONGEST, text: string): Refusal[] {
  const path = ['input', field];
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: field }];
  const maximum = LONGEST[field];
  if (text.length <= maximum) return [];
  return [{ code: 'VALUE_TOO_LONG', path, expected: String(maximum), got: String(text.length) }];
}

/** Why an instant of detection is not taken: it has not come yet. */
export function detectionRefusals(detectedAt: Date, now: Date): Refusal[] {
  if (detectedAt.getTime() <= now.getTime()) return [];
  const path = ['input', 'detectedAt'];
  return [{ code: 'VALUE_IN_FUTURE', path, expected: now.toISOString(), got: detectedAt.toISOString() }];
}
