import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens a file that has no name any more: nobody else finds it, and it is gone with the process, even one that is
 * killed.
 */
export async function openTemporaryFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `disclosure-hub-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Writes all of the bytes at a place; a single write may take only some of them. */
export async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The bytes of a file between two places, piece by piece. */
export async function* bytesOf(file: FileHandle, from: number, to: number): AsyncGenerator<Uint8Array, void, void> {
  for (let at = from; at < to;) {
    const piece = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, to - at));
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) throw new Error('A temporary file is shorter than was written to it.');
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

/** How much is read or written at once. */
export const PIECE_BYTES = 65_536;
