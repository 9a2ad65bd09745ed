import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { codeOf, StartupProblem } from '../../prisma/storage/startup-problem.ts';

/** What was written. */
export interface Downloaded {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** An answer to be written, or the words in which it was refused. */
export type Download = { readonly done: Downloaded } | { readonly refused: string };

/** How often a download that broke off goes on without a byte of progress. */
const MOST_TRIES = 3;

/**
 * Writes what a hub answers to a file, as it comes; the file is there when it is whole. An answer that breaks off goes on
 * where it ended, as far as the route takes `offset` and `state`.
 *
 * @param ask - asks for the file, with these parameters more
 * @throws StartupProblem in words for people when the file can not be written, or the answer does not come to an end
 */
export async function download(
  file: string,
  ask: (more: Readonly<Record<string, string>>) => Promise<Response>,
): Promise<Download> {
  const part = `${file}.part`;
  const handle = await open(part, 'w').catch((error: unknown) => {
    throw unwritable(file, error);
  });
  let isWhole = false;
  try {
    const outcome = await written(handle, file, ask);
    isWhole = 'done' in outcome;
    return outcome;
  } finally {
    await handle.close();
    if (isWhole) await rename(part, file);
    else await rm(part, { force: true });
  }
}

async function written(handle: FileHandle, file: string, ask: Parameters<typeof download>[1]): Promise<Download> {
  const hash = createHash('sha256');
  let [bytes, tries, state] = [0, 0, ''];
  for (;;) {
    const before = bytes;
    const answer = await ask(bytes === 0 ? {} : { offset: String(bytes), state });
    if (!answer.ok || answer.body === null) return { refused: await answer.text() };
    state = answer.headers.get('etag') ?? '';
    try {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        await handle.write(chunk).catch((error: unknown) => {
          throw unwritable(file, error);
        });
        hash.update(chunk);
        bytes += chunk.length;
      }
      return { done: { bytes, sha256: hash.digest('hex') } };
    } catch (error) {
      if (error instanceof StartupProblem) throw error;
      tries = bytes > before ? 0 : tries + 1;
      if (state === '' || tries >= MOST_TRIES) {
        throw new StartupProblem(`${file}: the answer broke off after ${String(bytes)} bytes; nothing was kept.`);
      }
    }
  }
}

function unwritable(file: string, error: unknown): StartupProblem {
  return new StartupProblem(`${file}: expected a file that can be written, got ${codeOf(error) ?? 'an error'}`);
}
