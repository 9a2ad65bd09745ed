import type { Refusal } from '../../../core/refusal.ts';

/**
 * Why a text that must be there is not taken: it says nothing, or is too long. What it says never stands in a refusal.
 *
 * @param longest - in characters
 */
export function requiredText(path: readonly string[], text: string, longest: number): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: path.at(-1) ?? '' }];
  return optionalText(path, text, longest);
}

/** Why a text that may be left out is not taken: it is too long. */
export function optionalText(path: readonly string[], text: string | null | undefined, longest: number): Refusal[] {
  const length = text == null ? 0 : Array.from(text).length;
  return length <= longest ? [] : [{ code: 'VALUE_TOO_LONG', path, expected: String(longest), got: String(length) }];
}

/** Why the address of a piece of evidence is not taken: it is no address of the web, or too long. */
export function addressRefusals(path: readonly string[], address: string | null | undefined): Refusal[] {
  if (address == null) return [];
  if (!ADDRESS.test(address)) {
    return [{ code: 'ADDRESS_MALFORMED', path, expected: 'https://www.example.gov.cn/…', got: address.slice(0, 100) }];
  }
  return optionalText(path, address, LONGEST_ADDRESS);
}

const ADDRESS = /^https?:\/\/[^\s/]+(?:\/\S*)?$/;
const LONGEST_ADDRESS = 500;
