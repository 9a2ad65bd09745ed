import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/**
 * The digest of one record: SHA-256, in hexadecimal, over the canonical form of `[subject, subjectId, payload]`.
 *
 * @param payload - in its canonical form already
 * @see schema/FEED.md §8.2
 */
export function recordDigest(subject: string, subjectId: string, payload: string): string {
  const text = `[${canonicalJson(subject)},${canonicalJson(subjectId)},${payload}]`;
  return createHash('sha256').update(text).digest('hex');
}
