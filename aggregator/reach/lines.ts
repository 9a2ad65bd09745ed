import { ReachProblem } from './reach-problem.ts';

const LINE_FEED = 10;

/** Whole lines that came together, and up to which byte of the file they go. */
export interface Lines {
  readonly lines: readonly string[];
  readonly offset: number;
}

/**
 * The lines of a file as its pieces come.
 *
 * @param from - the byte of the file that the first piece begins with
 * @param most - of one line, in bytes
 * @throws ReachProblem TOO_LARGE for a longer line, CUT_OFF for a last line without its line feed, FORGED for what is no UTF-8
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  { from, most }: { readonly from: number; readonly most: number },
): AsyncGenerator<Lines, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let offset = from;
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    if (restBytes + (end === 0 ? piece.length : piece.indexOf(LINE_FEED)) > most)
      throw new ReachProblem('TOO_LARGE', `Expected lines of at most ${String(most)} bytes; got a longer one.`);
    if (end > 0) {
      const whole = Buffer.concat([...rest, piece.subarray(0, end)]);
      offset += whole.length;
      yield { lines: decoded(decoder, whole).slice(0, -1).split('\n'), offset };
      [rest, restBytes] = [[], 0];
    }
    if (end < piece.length) {
      rest.push(piece.subarray(end));
      restBytes += piece.length - end;
    }
  }
  if (restBytes > 0) throw new ReachProblem('CUT_OFF', 'Expected whole lines; the last one has no end.');
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ReachProblem('FORGED', 'Expected UTF-8; got other bytes.');
  }
}
