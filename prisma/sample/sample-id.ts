import { createHash } from 'node:crypto';

/** The names of this namespace are of the sample only; any fixed bytes would do. */
const NAMESPACE = 'disclosure-hub sample';

/**
 * The id of a made-up record: a UUID of version 8 (RFC 9562) from its kind and name, the same on every machine.
 *
 * @param kind - what it is, such as `institution`
 * @param name - what tells it from the others of its kind
 */
export function sampleId(kind: string, name: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([NAMESPACE, kind, name]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
