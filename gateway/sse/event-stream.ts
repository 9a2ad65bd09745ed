import type { ServerResponse } from 'node:http';

/**
 * The id that a completed stream leaves with its reader. A browser's EventSource connects again even after the end;
 * it then shows this id, and is told that there is no more. No cursor looks like it.
 */
export const COMPLETED = 'complete';

const blocks = new WeakMap<object, Buffer>();

/**
 * A response that carries events, in the "distinct connections" protocol of graphql-sse: `next` with a result as data,
 * `complete` at the end. Each event of a log has its cursor as `id:`, and an id alone, which browsers keep without telling
 * the page, moves the position over what did not fit.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class EventStream {
  readonly #response: ServerResponse;

  /** @param retryMs - after how long a browser connects again when the connection is lost */
  constructor(response: ServerResponse, retryMs: number) {
    this.#response = response;
    // Writing to a reader that has just gone is no failure of ours; the close of the response ends the subscription.
    response.on('error', () => undefined);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${String(retryMs)}\n\n`);
  }

  /** Sends a result; the bytes of one object are made once, whoever it is sent to. Waits for a slow reader. */
  async next(of: object, json: () => string, cursor: string | null): Promise<void> {
    let block = blocks.get(of);
    if (block === undefined) {
      block = Buffer.from(`event: next\n${cursor === null ? '' : idLine(cursor)}data: ${json()}\n\n`);
      blocks.set(of, block);
    }
    await this.#write(block);
  }

  async mark(cursor: string): Promise<void> {
    await this.#write(`${idLine(cursor)}\n`);
  }

  /** Says that there is no more, and ends. */
  complete(): void {
    this.#response.end(`event: complete\n${idLine(COMPLETED)}data:\n\n`);
  }

  /** Ends without saying so: the reader connects again and goes on from its last id. */
  interrupt(): void {
    this.#response.end();
  }

  /** A comment, which readers pass over, so that nobody on the way takes the connection for dead. */
  breathe(): void {
    if (!this.#response.destroyed && this.#response.writableLength === 0) this.#response.write(':\n\n');
  }

  /** Settles once the network has taken what was written, or will take no more. */
  #write(block: string | Buffer): Promise<void> {
    return new Promise((resolve) => {
      const response = this.#response;
      if (response.destroyed || response.write(block)) {
        resolve();
        return;
      }
      const settle = (): void => {
        response.off('drain', settle).off('close', settle);
        resolve();
      };
      response.on('drain', settle).on('close', settle);
    });
  }
}

/** A line break would let a cursor write lines of its own, and a NUL makes browsers pass the id over. */
function idLine(cursor: string): string {
  return /[\r\n\0]/.test(cursor) ? '' : `id: ${cursor}\n`;
}
