import type { Readable } from 'node:stream';
import type { ReachBounds } from './bounds.ts';
import { failureOf } from './failure.ts';
import { ReachProblem } from './problem.ts';

/**
 * The bytes of a body as they come. One that trickles is given up: only the time that is spent waiting for it counts, not
 * that of whoever reads.
 *
 * @param where - what is read, for messages
 * @throws ReachProblem STALLED, BROKEN
 */
export async function* bytesOf(
  body: Readable,
  { patienceMs, leastBytesPerSecond }: Pick<ReachBounds, 'patienceMs' | 'leastBytesPerSecond'>,
  where: string,
): AsyncGenerator<Uint8Array, void, void> {
  let [waited, bytes] = [0, 0];
  const chunks = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const since = performance.now();
      const left = Math.max(1, patienceMs + (bytes / leastBytesPerSecond) * 1_000 - waited);
      const chunk = await inTime(chunks.next(), left, where);
      waited += performance.now() - since;
      if (chunk.done === true) return;
      bytes += chunk.value.length;
      yield chunk.value;
    }
  } catch (error) {
    throw failureOf(error, where);
  } finally {
    body.destroy();
  }
}

async function inTime<Value>(coming: Promise<Value>, milliseconds: number, where: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ReachProblem('STALLED', `${where}: the answer came too slowly.`));
    }, milliseconds);
  });
  coming.catch(() => undefined);
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A whole body.
 *
 * @throws ReachProblem TOO_LARGE as soon as it is, and as {@link bytesOf}
 */
export async function wholeOf(body: AsyncIterable<Uint8Array>, mostBytes: number, where: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new ReachProblem('TOO_LARGE', `${where}: expected at most ${mostBytes} bytes, got more.`, { mostBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** The beginning of a body that may be anything. */
export async function beginningOf(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= mostBytes) break;
    }
  } catch {
    // What came before it broke off says enough.
  }
  return Buffer.concat(chunks, length).subarray(0, mostBytes).toString();
}
