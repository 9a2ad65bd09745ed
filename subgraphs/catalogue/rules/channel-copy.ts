import type { Channel } from '../../../core/channel.ts';
import type { Refusal } from '../../../core/refusal.ts';

/** How a disclosure stands on one channel, as staff write it: its digest, or the text itself. */
export interface CopyInput {
  readonly channel: Channel;
  readonly url?: string | null | undefined;
  readonly sha256?: string | null | undefined;
  readonly text?: string | null | undefined;
}

const SHA256 = /^[0-9a-f]{64}$/i;
const ADDRESS = /^https?:\/\/[^\s/?#]\S*$/i;
/** A name or password before the host, which nobody publishes. */
const CREDENTIALS = /^https?:\/\/[^/?#]*@/i;
const LONGEST_URL = 2_000;

/**
 * Why copies on channels are not recorded: a digest that is none, digest and text both or neither, an address that is
 * none, or a channel twice.
 *
 * @param path - where the copies stand in the input
 * @see rules C6, C13
 */
export function copyRefusals(copies: readonly CopyInput[], path: readonly string[]): Refusal[] {
  return copies.flatMap(({ channel, url, sha256, text }, index): Refusal[] => {
    const at = [...path, String(index)];
    const refusals: Refusal[] = [];
    if ((sha256 == null) === (text == null)) {
      refusals.push({ code: 'ONE_OF_NEEDED', path: at, expected: 'sha256 | text', rules: ['C13'] });
    }
    if (sha256 != null && !SHA256.test(sha256)) {
      const expected = 'SHA-256 (64 × 0–9 a–f)';
      refusals.push({ code: 'DIGEST_MALFORMED', path: [...at, 'sha256'], expected, got: sha256.slice(0, 80) });
    }
    if (url != null) refusals.push(...addressRefusals(url, [...at, 'url']));
    if (copies.findIndex((one) => one.channel === channel) < index) {
      refusals.push({ code: 'VALUE_REPEATED', path: [...at, 'channel'], got: channel, rules: ['C6'] });
    }
    return refusals;
  });
}

/** Why a text is no address of a page: not http or https, without a host, with a
 * password, or too long. */
export function addressRefusals(url: string, path: readonly string[]): Refusal[] {
  if (url.length <= LONGEST_URL && ADDRESS.test(url) && URL.canParse(url) && !CREDENTIALS.test(url)) return [];
  return [{ code: 'ADDRESS_MALFORMED', path, expected: 'https://www.example.gov.cn/…', got: url.slice(0, 100) }];
}

/** Whether what is to be read differs from channel to channel. @see rule C13 */
export function isConflict(copies: readonly { readonly sha256: string }[]): boolean {
  return new Set(copies.map(({ sha256 }) => sha256)).size > 1;
}
