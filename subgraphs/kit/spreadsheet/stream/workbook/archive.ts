import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { Spooled } from '../../../spool.ts';
import { overLimit, type StreamLimits } from '../../limits.ts';
import { unpacked } from '../unpacked.ts';
import { damaged } from './damaged.ts';

/** A workbook has a few parts for each sheet and one for each picture. */
const MOST_PARTS = 10_000;
const STORED = 0;
const DEFLATED = 8;

/** The parts of a workbook, which is a ZIP archive, read from disk one by one and as often as wanted. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limit: number;
  /** Of the parts that were asked for, what they unpack to. */
  readonly #sizes = new Map<Entry, number>();

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limit: number) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limit = limit;
  }

  /**
   * Reads the directory at the end of an archive.
   *
   * @throws Refused for one that is cut off
   */
  static async open(file: Spooled, limits: StreamLimits): Promise<Archive> {
    const reader = new SpoolReader(file);
    const options = { autoClose: false, lazyEntries: true, strictFileNames: false } as const;
    const zip = await orDamaged(() => fromRandomAccessReaderPromise(reader, file.size, options));
    if (zip.entryCount > MOST_PARTS) throw overLimit('parts of a workbook', MOST_PARTS, zip.entryCount);
    const entries = new Map<string, Entry>();
    await orDamaged(async () => {
      for await (const entry of zip.eachEntry()) entries.set(keyOf(entry.fileName), entry);
    });
    return new Archive(zip, entries, limits.unpackedBytes);
  }

  has(path: string): boolean {
    return this.#entries.has(keyOf(path));
  }

  /**
   * The bytes of a part as they are unpacked, with their sum checked at their end.
   *
   * @throws Refused for a part that is missing, damaged or locked
   * @throws Fault LIMIT_EXCEEDED when all parts asked for unpack to too much
   */
  async *part(path: string): AsyncGenerator<Uint8Array, void, void> {
    const entry = this.#entries.get(keyOf(path));
    if (entry === undefined) throw damaged(`缺少 ${path}`);
    if (entry.isEncrypted()) throw damaged('有密码的压缩包');
    this.#account(entry);
    let size = 0;
    let sum = 0;
    for await (const piece of this.#unpacked(entry)) {
      size += piece.length;
      if (size > entry.uncompressedSize) throw damaged(`${path} 比注明的长`);
      sum = crc32(piece, sum);
      yield piece;
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(`${path} 与校验和不符`);
  }

  /** No part unpacks to more than is declared of it, so what is declared bounds what is read. */
  #account(entry: Entry): void {
    this.#sizes.set(entry, entry.uncompressedSize);
    let sum = 0;
    for (const size of this.#sizes.values()) sum += size;
    if (sum > this.#limit) throw overLimit('bytes once unpacked', this.#limit, sum);
  }

  async *#unpacked(entry: Entry): AsyncGenerator<Uint8Array, void, void> {
    const method = entry.compressionMethod;
    if (method !== STORED && method !== DEFLATED) throw damaged(`不支持的压缩方法 ${String(method)}`);
    const packed = await orDamaged(() => this.#zip.openReadStreamPromise(entry, { decodeFileData: false }));
    if (method === STORED) {
      yield* packed as AsyncIterable<Uint8Array>;
      return;
    }
    const inflate = createInflateRaw({ chunkSize: 65_536 });
    yield* unpacked(packed, inflate, { packedBytes: entry.compressedSize, limit: this.#limit, damaged });
  }
}

/** Names of parts are the same in upper and lower case. @see ECMA-376 part 2, 6.2.2.3 */
function keyOf(path: string): string {
  return path.toLowerCase();
}

/** What the reader of archives says of bytes is a refusal; what the disk says of the file is not. */
async function orDamaged<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    throw damaged(error.message);
  }
}

/** Lets the reader of archives read from a file on disk. */
class SpoolReader extends RandomAccessReader {
  readonly #file: Spooled;

  constructor(file: Spooled) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.stream(start, end);
  }
}
