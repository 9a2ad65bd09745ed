import { Duplex } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** One connection of `pg` to the embedded database: to `pg` it looks like a socket, but it is a message port. */
export class PgliteStream extends Duplex {
  #port: MessagePort | undefined;
  readonly #open: (port: MessagePort) => void;

  /** @param open - hands the worker's end of a new channel to the worker; throws when the worker is gone */
  constructor(open: (port: MessagePort) => void) {
    super({ decodeStrings: true });
    this.#open = open;
  }

  /** `pg` calls this with a port and a host, as of a socket; there is only one place to connect to. */
  connect(): this {
    const { port1, port2 } = new MessageChannel();
    try {
      this.#open(port2);
    } catch (error) {
      process.nextTick(() => this.destroy(error instanceof Error ? error : new Error(String(error))));
      return this;
    }
    this.#port = port1;
    port1.on('message', (bytes: Uint8Array) => this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
    port1.on('close', () => this.push(null));
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  override _read(): void {
    // The worker posts as it goes; there is nothing to ask for.
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#post([chunk]);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#post(chunks.map(({ chunk }) => chunk));
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#port?.close();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#port?.close();
    done(error);
  }

  // What `pg` asks of a socket beside reading and writing has no meaning here.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    this.#port?.ref();
    return this;
  }
  unref(): this {
    this.#port?.unref();
    return this;
  }

  #post(chunks: readonly Buffer[]): void {
    // A copy: the chunks may be slices of a buffer that `pg` shares among connections, and transferring takes all of it.
    const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    this.#port?.postMessage(bytes, [bytes.buffer]);
  }
}
