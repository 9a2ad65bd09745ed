import type { Channel } from '../../../core/channel.ts';
import type { Refusal } from '../../../core/refusal.ts';

/** The longest texts that are taken, in characters. */
export const LONGEST = { title: 200, summary: 5_000, body: 20_000 } as const;

/** What of a recorded event the rules look at. */
export interface RecordedInput {
  readonly region: string;
  readonly title: string;
  /** For staff only; null when left out. */
  readonly summary: string | null;
  readonly detectedAt: Date;
}

/** Why an event is not recorded: no title, a text too long, a region code that is none, or a detection yet to come. */
export function recordRefusals({ region, title, summary, detectedAt }: RecordedInput, now: Date): Refusal[] {
  const refusals = [...textRefusals('title', title), ...(summary === null ? [] : lengthRefusals('summary', summary))];
  if (!REGION_CODE.test(region)) {
    const expected = 'Region (GB/T 2260, six digits)';
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'region'], expected, got: region.slice(0, 40) });
  }
  if (detectedAt.getTime() > now.getTime()) {
    const path = ['input', 'detectedAt'];
    refusals.push({ code: 'VALUE_IN_FUTURE', path, expected: now.toISOString(), got: detectedAt.toISOString() });
  }
  return refusals;
}

/** Why an answer is not published: it says nothing, is too long, or goes out on no channel. */
export function answerRefusals(body: string, channels: readonly Channel[]): Refusal[] {
  const refusals = textRefusals('body', body);
  if (channels.length === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel' });
  }
  return refusals;
}

const REGION_CODE = /^[0-9]{6}$/;

function textRefusals(field: keyof typeof LONGEST, text: string): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path: ['input', field], expected: field }];
  return lengthRefusals(field, text);
}

function lengthRefusals(field: keyof typeof LONGEST, text: string): Refusal[] {
  const [maximum, length] = [LONGEST[field], Array.from(text).length];
  if (length <= maximum) return [];
  return [{ code: 'VALUE_TOO_LONG', path: ['input', field], expected: String(maximum), got: String(length) }];
}
