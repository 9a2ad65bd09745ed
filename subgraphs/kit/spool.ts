import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { RouteRequest } from './route.ts';
import { bytesOf, openTemporaryFile, PIECE_BYTES, writeAt } from './temporary-file.ts';
import { receiveFile } from './upload.ts';

/** A file of any size, kept on disk while it is worked on, and nowhere once it is disposed of. */
export class Spooled {
  readonly fileName: string | null;
  /** In bytes. */
  readonly size: number;
  readonly #file: FileHandle;
  readonly #beside: Spooled[] = [];

  constructor(file: FileHandle, size: number, fileName: string | null) {
    this.#file = file;
    this.size = size;
    this.fileName = fileName;
  }

  /** Bytes from a place on; fewer where the file ends. */
  async read(position: number, length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.bytes(position, Math.min(position + length, this.size))) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** The bytes from one place to before another, piece by piece; as often as wanted. */
  bytes(from = 0, to = this.size): AsyncGenerator<Uint8Array, void, void> {
    return bytesOf(this.#file, from, to);
  }

  /** The same as a stream of Node. */
  stream(from = 0, to = this.size): Readable {
    return Readable.from(this.bytes(from, to), { objectMode: false });
  }

  /** Has another file disposed of with this one: what was made of it on the way. */
  keepBeside(other: Spooled): void {
    this.#beside.push(other);
  }

  /** Gives the disk space back; afterwards nothing can be read. May be called again. */
  async dispose(): Promise<void> {
    await this.#file.close();
    await Promise.all(this.#beside.map((other) => other.dispose()));
  }
}

/**
 * Writes the file that a request carries to disk, at the pace at which the disk takes it: its whole body, or the one
 * file field of a form. Whoever asked for it disposes of it.
 *
 * @throws Fault BAD_REQUEST for a form that has no file or several, or is cut off; whatever ends the body. Then nothing
 *   is left on disk
 */
export async function spoolUpload(request: RouteRequest): Promise<Spooled> {
  return spooled((keep) => receiveFile(request, keep));
}

/** Writes bytes to disk as they come. Nothing is left there when they end with an error. */
export async function spool(bytes: AsyncIterable<Uint8Array>, fileName: string | null = null): Promise<Spooled> {
  return spooled(async (keep) => {
    await keep(bytes);
    return fileName;
  });
}

type Keep = (bytes: AsyncIterable<Uint8Array>) => Promise<void>;

async function spooled(fill: (keep: Keep) => Promise<string | null>): Promise<Spooled> {
  const file = await openTemporaryFile();
  let size = 0;
  try {
    const fileName = await fill(async (bytes) => {
      for await (const piece of gathered(bytes)) {
        await writeAt(file, piece, size);
        size += piece.length;
      }
    });
    return new Spooled(file, size, fileName);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** An upload may come in crumbs, each of which would be a write of its own. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  yield Buffer.concat(pieces);
}
