import type { Channel } from '../../../../core/channel.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { unprintableRefusals } from '../../../../core/text-input.ts';

/** The longest texts that are taken, in characters (code points). */
export const LONGEST = {
  title: 200,
  summary: 5_000,
  topic: 50,
  body: 20_000,
  claim: 500,
  note: 2_000,
  reason: 2_000,
  finding: 5_000,
} as const;
/** So many other regions may be named. */
const MOST_PLACES = 50;

/** What of a detected event the rules look at. */
export interface DetectedInput {
  readonly region: string;
  readonly title: string;
  /** For staff only; null when left out. */
  readonly summary: string | null;
  readonly topic: string | null;
  /** Other regions that it touches. */
  readonly places: readonly string[];
  readonly detectedAt: Date;
}

/**
 * Why an event is not recorded: no title, a text too long or with characters that nobody sees, a region code that is none or
 * stands twice, or a detection yet to come.
 */
export function detectedRefusals(input: DetectedInput, now: Date): Refusal[] {
  const { region, detectedAt } = input;
  const refusals = [
    ...requiredText(['input', 'title'], input.title, LONGEST.title),
    ...optionalText(['input', 'summary'], input.summary, LONGEST.summary),
    ...optionalText(['input', 'topic'], input.topic, LONGEST.topic),
    ...regionRefusals(['input', 'region'], region),
    ...placesRefusals(region, input.places),
  ];
  if (detectedAt.getTime() > now.getTime()) {
    const path = ['input', 'detectedAt'];
    refusals.push({ code: 'VALUE_IN_FUTURE', path, expected: now.toISOString(), got: detectedAt.toISOString() });
  }
  return refusals;
}

/** Why an answer is not published: it says nothing, is too long, or goes out on no channel. */
export function answerRefusals(body: string, channels: readonly Channel[]): Refusal[] {
  const refusals = requiredText(['input', 'body'], body, LONGEST.body);
  if (channels.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel' });
  }
  return refusals;
}

/** Why a text that must be there is not taken. What it says never stands in a refusal. */
export function requiredText(path: readonly string[], text: string, longest: number): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: path.at(-1) ?? '' }];
  return optionalText(path, text, longest);
}

/** The same of a text that may be left out. */
export function optionalText(path: readonly string[], text: string | null, longest: number): Refusal[] {
  if (text === null) return [];
  const length = Array.from(text).length;
  const tooLong: Refusal = { code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) };
  return [...(length > longest ? [tooLong] : []), ...unprintableRefusals(text, path)];
}

/** A text as it is kept: without blanks around it, and null when it says nothing. */
export function keptText(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

const REGION_CODE = /^[0-9]{6}$/;

function regionRefusals(path: readonly string[], code: string): Refusal[] {
  const expected = 'Region (GB/T 2260, six digits)';
  return REGION_CODE.test(code) ? [] : [{ code: 'NOT_FOUND', path, expected, got: code.slice(0, 40) }];
}

function placesRefusals(region: string, places: readonly string[]): Refusal[] {
  const at = ['input', 'places'];
  if (places.length > MOST_PLACES) {
    return [{ code: 'TOO_MANY_VALUES', path: at, expected: String(MOST_PLACES), got: String(places.length) }];
  }
  const earlier = [region, ...places];
  return places.flatMap((code, index): Refusal[] => {
    const path = [...at, String(index)];
    if (earlier.indexOf(code) <= index) return [{ code: 'VALUE_REPEATED', path, got: code.slice(0, 40) }];
    return regionRefusals(path, code);
  });
}
