import type { IncomingMessage } from 'node:http';
import { Fault } from '../../core/fault.ts';

/** How patiently a body is read, and how much of it. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Milliseconds in which something of it must come. */
  readonly idleMs: number;
}

/**
 * The bytes of a request as they come.
 *
 * @throws Fault LIMIT_EXCEEDED as soon as it is too large, TIMEOUT when nothing more comes, CANCELLED when it is cut off
 */
export async function* limitedBody(
  request: IncomingMessage,
  { maxBytes, idleMs }: BodyLimits,
): AsyncGenerator<Uint8Array, void, void> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes, String(declared));
  // The socket is still needed for the answer, so leaving the loop must not destroy it.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  let size = 0;
  for (;;) {
    const step = await within(idleMs, chunks.next());
    if (step.done === true) return;
    size += step.value.length;
    if (size > maxBytes) throw tooLarge(maxBytes, 'more');
    yield step.value;
  }
}

async function within<Value>(milliseconds: number, coming: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const message = `More of the request was to arrive within ${String(milliseconds)} ms, and did not.`;
      reject(new Fault('TIMEOUT', message, { maximum: milliseconds }));
    }, milliseconds);
  });
  try {
    return await Promise.race([coming, late]);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('CANCELLED', 'The request was cut off.');
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(maximum: number, got: string): Fault {
  const message = `Expected a file of at most ${String(maximum)} bytes, got ${got}.`;
  return new Fault('LIMIT_EXCEEDED', message, { limit: 'bytes', maximum });
}
