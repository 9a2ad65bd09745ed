import type { Json } from '../core/change.ts';

/**
 * The canonical form of a JSON value (RFC 8785, numbers being integers): equal values give equal text, in any language.
 *
 * @throws TypeError when a value has none: a fraction, an integer beyond 2^53 − 1, text that UTF-8 or the database can
 *   not hold, or something that is not JSON. The message names where it stands.
 */
export function canonicalJson(value: Json, path = '$'): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value, path);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
    throw new TypeError(`${path}: expected an integer up to 2^53 − 1, or a string; got ${String(value)}.`);
  }
  if (isList(value))
    return `[${value.map((item, index) => canonicalJson(item, `${path}[${String(index)}]`)).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`${path}: expected JSON; got ${typeof value}.`);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${canonicalText(name, path)}:${canonicalJson(value[name] as Json, `${path}.${name}`)}`);
  return `{${members.join(',')}}`;
}

function canonicalText(text: string, path: string): string {
  if (!text.isWellFormed() || text.includes('\u0000')) {
    throw new TypeError(`${path}: expected text without U+0000 and unpaired surrogates.`);
  }
  return JSON.stringify(text);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
