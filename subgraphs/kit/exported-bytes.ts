import { createHash } from 'node:crypto';

/** The bytes of a file from a place on, and the digest of the whole of it. */
export interface ExportedBytes {
  readonly body: AsyncIterable<Uint8Array>;
  /** Known once the body has been read: SHA-256 over all bytes of the file, those left out included, in base64. */
  readonly digest: () => string;
}

/** Leaves out the first bytes of a file, which the caller holds already. */
export function bytesFrom(file: AsyncIterable<Uint8Array>, offset: number): ExportedBytes {
  const hash = createHash('sha256');
  let digest = '';
  return {
    digest: () => digest,
    body: (async function* () {
      let left = offset;
      for await (const chunk of file) {
        hash.update(chunk);
        const skipped = Math.min(left, chunk.length);
        left -= skipped;
        if (skipped < chunk.length) yield chunk.subarray(skipped);
      }
      digest = hash.digest('base64');
    })(),
  };
}
