import { pipeline, Readable, type Transform } from 'node:stream';
import { overLimit } from '../limits.ts';

/** Nothing that people write packs to less than this part of itself; what programs make to fill disks does. */
const MOST_TIMES = 250;
/** Below so many bytes the ratio does no harm. */
const HARMLESS_BYTES = 16 * 1024 * 1024;

/** What bounds the unpacking of one thing. */
export interface Unpacking {
  /** Of the packed form. */
  readonly packedBytes: number;
  /** Of the unpacked form, at most. */
  readonly limit: number;
  /** The refusal of a form that is damaged. */
  readonly damaged: (why: string) => Error;
}

/**
 * Unpacks bytes as they are read, counting while it does.
 *
 * @throws Fault LIMIT_EXCEEDED as soon as there are too many
 */
export async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  by: Transform,
  { packedBytes, limit, damaged }: Unpacking,
): AsyncGenerator<Uint8Array, void, void> {
  const most = Math.max(HARMLESS_BYTES, packedBytes * MOST_TIMES);
  let size = 0;
  // Errors reach whoever reads; the pipeline only ends one side when the other one ends.
  const pieces: AsyncIterable<Uint8Array> = pipeline(Readable.from(packed), by, () => undefined);
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > limit) throw overLimit('bytes once unpacked', limit, 'more');
      if (size > most) throw overLimit('times the packed size once unpacked', MOST_TIMES, 'more');
      yield piece;
    }
  } catch (error) {
    throw isOfZlib(error) ? damaged(error.code) : error;
  }
}

function isOfZlib(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
