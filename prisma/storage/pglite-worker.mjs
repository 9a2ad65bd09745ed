/**
 * The embedded database, on a thread of its own so that a long query does not stop the hub from answering.
 *
 * Speaks the PostgreSQL protocol over message ports, one port for one connection. PGlite has a single session, so
 * connections come one after the other; what one leaves behind (an open transaction, prepared statements, settings) is
 * cleared before the next. Plain JavaScript, because it is loaded by path from the source and from the bundle alike.
 */
import { Blob, Buffer } from 'node:buffer';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** Bytes of an answer which are collected before they are posted: large answers flow while the query still runs. */
const POST_BYTES = 64 * 1024;

/** PGlite's own start parameters, but with fsync, by the call that {@link syncToDisk} receives. */
const DURABLE = [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync'];

/**
 * The part of Emscripten's file system over Node that is used here.
 * @typedef {{
 *   realPath(node: object): string,
 *   stream_ops: { fsync?: (stream: { nfd?: number, node: object }) => number },
 * }} NodeFileSystem
 */

const parent = parentPort;
if (!parent) throw new Error('this file is a worker; it is started by prisma/storage/embedded.ts');

/** @type {{ folder: string | null, template: Uint8Array<ArrayBuffer> | null }} */
const { folder, template } = workerData;
const db = await PGlite.create({
  dataDir: folder ?? 'memory://',
  ...(template ? { loadDataDir: new Blob([template]) } : {}),
  ...(folder ? { startParams: DURABLE } : {}),
});
if (folder) syncToDisk();

/**
 * PGlite leaves its files to the operating system, which a power cut takes with it. PostgreSQL's own way, to sync the
 * log at each commit, works when the file system below it passes the call on.
 */
function syncToDisk() {
  const { NODEFS } = /** @type {{ NODEFS?: NodeFileSystem }} */ (/** @type {unknown} */ (db.Module));
  if (!NODEFS) throw new Error('this version of PGlite hides its file system; commits could not be synced to disk');
  NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    const own = nfd === undefined ? openSync(NODEFS.realPath(node), 'r') : undefined; // a folder has no descriptor yet
    fsyncSync(nfd ?? own ?? -1);
    if (own !== undefined) closeSync(own);
    return 0;
  };
}

/** Runs protocol messages and hands the answer over in pieces. @param {Uint8Array} bytes @param {(piece: Uint8Array<ArrayBuffer>) => void} post */
async function run(bytes, post) {
  /** @type {Uint8Array[]} */
  let pieces = [];
  let size = 0;
  const flush = () => {
    if (size === 0) return;
    const piece = new Uint8Array(size);
    let offset = 0;
    for (const part of pieces) {
      piece.set(part, offset);
      offset += part.length;
    }
    pieces = [];
    size = 0;
    post(piece);
  };
  /** @param {Uint8Array} part */
  const collect = (part) => {
    pieces.push(part.slice()); // the bytes lie in the database's memory, which it uses again at once
    size += part.length;
    if (size >= POST_BYTES) flush();
  };
  if (bytes[0] === 0)
    collect(await db.execProtocolRaw(bytes)); // a start-up packet does not answer through the callback
  else await db.execProtocolRawStream(bytes, { onRawData: collect });
  flush();
}

/** `COPY … FROM '/dev/blob'`: the protocol's own way to load is not one that PGlite has. @param {string} sql @param {Uint8Array<ArrayBuffer>} bytes */
async function copy(sql, bytes) {
  const error = await db.query(sql, [], { blob: new Blob([bytes]) }).then(
    () => null,
    (/** @type {unknown} */ reason) => (reason instanceof Error ? reason.message : String(reason)),
  );
  parent?.postMessage({ kind: 'copied', error });
}

/** @param {string} sql */
function simpleQuery(sql) {
  const text = Buffer.from(`${sql}\0`);
  const message = Buffer.alloc(5 + text.length);
  message.write('Q');
  message.writeInt32BE(4 + text.length, 1);
  text.copy(message, 5);
  return message;
}

/** What a session leaves behind is not for the next one. */
async function clearSession() {
  const ignore = () => {};
  await run(simpleQuery('ROLLBACK'), ignore);
  await run(simpleQuery('DISCARD ALL'), ignore);
}

// Everything runs in the order in which it was asked for. An error here is a broken database, not a failing query
// (those are answers): it ends the worker, and with it every connection.
let tail = Promise.resolve();
/** @param {() => Promise<void>} job */
function enqueue(job) {
  tail = tail.then(job);
}

/** The connection that has the session; messages of an earlier one that come late are not its business.
 *  @type {import('node:worker_threads').MessagePort | undefined} */
let current;

/** @param {import('node:worker_threads').MessagePort} port */
function serve(port) {
  if (current) enqueue(clearSession); // its closing may be told later than the new connection is
  current?.close();
  current = port;
  port.on('message', (/** @type {Uint8Array} */ bytes) => {
    if (current === port) enqueue(() => run(bytes, (piece) => port.postMessage(piece, [piece.buffer])));
  });
  port.on('close', () => {
    if (current !== port) return;
    current = undefined;
    enqueue(clearSession);
  });
}

parent.on(
  'message',
  (
    /** @type {{ kind: 'connect', port: import('node:worker_threads').MessagePort } | { kind: 'copy', sql: string, bytes: Uint8Array<ArrayBuffer> } | { kind: 'dump' | 'close' }} */ request,
  ) => {
    if (request.kind === 'connect') return serve(request.port);
    if (request.kind === 'copy') return enqueue(() => copy(request.sql, request.bytes));
    enqueue(async () => {
      if (request.kind === 'dump') {
        const bytes = await (await db.dumpDataDir('none')).arrayBuffer();
        parent.postMessage({ kind: 'dump', bytes }, [bytes]);
      } else {
        await db.close();
        parent.postMessage({ kind: 'closed' });
        parent.close();
      }
    });
  },
);
parent.postMessage({ kind: 'ready' });
