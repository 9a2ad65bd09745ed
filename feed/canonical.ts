import type { Json } from '../core/change.ts';

/** Where a value stands: in which value, and under which name or number; spelled out only when it is needed. */
interface Place {
  readonly within: Place | null;
  readonly step: string | number;
}

/**
 * The canonical form of a JSON value (RFC 8785, numbers being integers): equal values give equal text, in any language.
 *
 * @throws TypeError when a value has none: a fraction, an integer beyond 2^53 − 1, text that UTF-8 or the database can
 *   not hold, or something that is not JSON. The message names where it stands.
 */
export function canonicalJson(value: Json): string {
  return canonical(value, null);
}

function canonical(value: Json, place: Place | null): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value, place);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
    throw new TypeError(`${spelled(place)}: expected an integer up to 2^53 − 1, or a string; got ${String(value)}.`);
  }
  if (isList(value)) return `[${value.map((item, step) => canonical(item, { within: place, step })).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`${spelled(place)}: expected JSON; got ${typeof value}.`);
  const members = Object.keys(value)
    .sort()
    .map((step) => `${canonicalText(step, place)}:${canonical(value[step] as Json, { within: place, step })}`);
  return `{${members.join(',')}}`;
}

function canonicalText(text: string, place: Place | null): string {
  if (!text.isWellFormed() || text.includes('\u0000')) {
    throw new TypeError(`${spelled(place)}: expected text without U+0000 and unpaired surrogates.`);
  }
  return JSON.stringify(text);
}

function spelled(place: Place | null): string {
  if (place === null) return '$';
  const { within, step } = place;
  return typeof step === 'number' ? `${spelled(within)}[${String(step)}]` : `${spelled(within)}.${step}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
