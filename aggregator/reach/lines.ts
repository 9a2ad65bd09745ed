import { ReachProblem } from './problem.ts';

/** A line of a file, without its line feed. */
export interface Line {
  readonly text: string;
  /** Bytes of the file up to behind its line feed. */
  readonly end: number;
}

const LINE_FEED = 10;

/**
 * The lines that are whole, some at a time as their bytes come.
 *
 * @param from - how many bytes of the file stand before these
 * @throws ReachProblem TOO_LARGE for a line that is too long, as soon as it is; BROKEN when the last one has no end;
 *   FORGED_FILE for bytes that are no UTF-8
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  { from, mostBytes, where }: { readonly from: number; readonly mostBytes: number; readonly where: string },
): AsyncGenerator<readonly Line[], void, void> {
  let open: Uint8Array[] = [];
  let [length, offset] = [0, from];
  for await (const chunk of bytes) {
    const lines: Line[] = [];
    for (let start = 0; start < chunk.length;) {
      const feed = chunk.indexOf(LINE_FEED, start);
      const end = feed === -1 ? chunk.length : feed;
      length += end - start;
      if (length > mostBytes) {
        throw new ReachProblem(
          'TOO_LARGE',
          `${where}: expected lines of at most ${mostBytes} bytes, got a longer one.`,
          {
            mostBytes,
          },
        );
      }
      open.push(chunk.subarray(start, end));
      start = end + 1;
      if (feed === -1) break;
      offset += length + 1;
      lines.push({ text: decoded(open, where), end: offset });
      [open, length] = [[], 0];
    }
    if (lines.length > 0) yield lines;
  }
  if (length > 0) throw new ReachProblem('BROKEN', `${where}: the file ended within a line.`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(parts: readonly Uint8Array[], where: string): string {
  try {
    return utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  } catch {
    throw new ReachProblem('FORGED_FILE', `${where}: expected text in UTF-8, got other bytes.`);
  }
}
