import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** Whether an `accept-encoding` names gzip, and not to forbid it. */
export function acceptsGzip(header: string | undefined): boolean {
  return /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(header ?? '');
}

/** A body compressed by gzip, as it comes. */
export function zipped(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const zip = createGzip();
  // Whoever reads is told of a failure by the stream itself.
  pipeline(Readable.from(body, { objectMode: false }), zip, () => undefined);
  return zip;
}
