import { spool, type HubFiles, type Spooled } from '../subgraphs/index.ts';
import type { CountyHub } from './reach/county-hub.ts';

/** Files of another hub that are here in full. */
export interface SpooledFiles extends HubFiles {
  /** Gives the disk space back. */
  dispose(): Promise<void>;
}

/** So much of a file is given out at once, in bytes. */
const PIECE_BYTES = 1_048_576;

/**
 * Fetches files to disk, so that a transaction never waits for another hub. They are gone with the process.
 *
 * @throws ReachProblem
 */
export async function spoolFiles(hub: Pick<CountyHub, 'lines'>, paths: readonly string[]): Promise<SpooledFiles> {
  const spooled = new Map<string, Spooled>();
  const dispose = async (): Promise<void> => {
    await Promise.all([...spooled.values()].map((file) => file.dispose()));
  };
  try {
    for (const path of new Set(paths)) spooled.set(path, await spool(bytesOf(hub.lines(path))));
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    lines: (path) => {
      const file = spooled.get(path);
      if (file === undefined) throw new Error(`${path} was not named among the files that are needed.`);
      return linesOf(file);
    },
    dispose,
  };
}

async function* bytesOf(lines: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array, void, void> {
  for await (const some of lines) if (some.length > 0) yield Buffer.from(`${some.join('\n')}\n`);
}

async function* linesOf(file: Spooled): AsyncGenerator<readonly string[], void, void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const lines = (rest + decoder.decode(await file.read(at, PIECE_BYTES), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
}
