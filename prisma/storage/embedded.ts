import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { embeddedBulk } from './bulk-embedded.ts';
import type { Database } from './contract.ts';
import { keepListening } from './listen.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import { PgliteStream } from './pglite-stream.ts';
import { SinglePool } from './single-pool.ts';
import { reasonOf, StartupProblem } from './startup-problem.ts';
import { turnstile } from './turnstile.ts';
import { surviveLostConnections } from './lost-connections.ts';

interface Replies {
  ready: { kind: 'ready' };
  closed: { kind: 'closed' };
  dump: { kind: 'dump'; bytes: ArrayBuffer };
  copied: { kind: 'copied'; error: string | null };
}

/** Where the embedded database keeps its files, and what it starts from. */
export interface EmbeddedConfig {
  /** Made when it is absent; null keeps everything in memory. Must be owned: see {@link ownDataFolder}. */
  readonly folder: string | null;
  /** What {@link EmbeddedDatabase.dumpTemplate} gave; only for a folder that has no database yet. */
  readonly template?: Uint8Array;
}

/** PGlite in a worker thread, reached through an ordinary `pg.Pool` of one connection. */
export interface EmbeddedDatabase extends Database {
  readonly kind: 'embedded';
  /** The whole database as bytes. A database opened with them as `template` starts in a fraction of the time. */
  dumpTemplate(): Promise<Uint8Array>;
}

/**
 * Starts PGlite on a thread of its own.
 *
 * @throws StartupProblem when it does not start: files of another version, a folder that can not be written
 */
export async function openEmbedded({ folder, template }: EmbeddedConfig): Promise<EmbeddedDatabase> {
  if (folder !== null) await mkdir(folder, { recursive: true });
  const worker = new Worker(join(PACKAGE_ROOT, 'prisma/storage/pglite-worker.mjs'), {
    workerData: { folder, template: template ?? null },
  });
  const end = watchEnd(worker);
  await nextReply(worker, 'ready', end, `the embedded database in ${folder ?? 'memory'} did not start`);

  const pool = new SinglePool({ stream: streamsTo(worker, end), user: 'postgres', database: 'postgres' });
  surviveLostConnections(pool);
  const listening = keepListening(pool);
  const enter = turnstile(1);
  let closing: Promise<void> | undefined;
  return {
    kind: 'embedded',
    pool,
    listen: (channel, onNotify) => listening.listen(channel, onNotify),
    openBulk: () => embeddedBulk(pool, copierOf(worker, end), enter),
    close: () => (closing ??= close(worker, pool, end)),
    async dumpTemplate() {
      worker.postMessage({ kind: 'dump' });
      const { bytes } = await nextReply(worker, 'dump', end, 'the embedded database gave no copy of itself');
      return new Uint8Array(bytes);
    },
  };
}

/** Makes what `pg` takes for sockets; they end with the worker. */
function streamsTo(worker: Worker, end: End): () => PgliteStream {
  const streams = new Set<PgliteStream>();
  void end.happened.then((reason) => {
    for (const stream of streams) stream.destroy(stopped(reason));
  });
  return () => {
    const stream = new PgliteStream((port) => {
      if (end.reason !== undefined) throw stopped(end.reason);
      worker.postMessage({ kind: 'connect', port }, [port]);
    });
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
    return stream;
  };
}

/** Loads lines by a COPY from `/dev/blob`; to be called by whoever has the connection. */
function copierOf(worker: Worker, end: End): (sql: string, lines: string) => Promise<void> {
  return async (sql, lines) => {
    const bytes = new TextEncoder().encode(lines);
    worker.postMessage({ kind: 'copy', sql, bytes }, [bytes.buffer]);
    const { error } = await nextReply(worker, 'copied', end, 'the embedded database loaded nothing');
    if (error !== null) throw new Error(error);
  };
}

/** What every query is told from the moment at which the worker is gone. */
const stopped = (reason: string): StartupProblem =>
  new StartupProblem(`the embedded database has stopped: ${reason}; start the hub again`);

interface End {
  /** Why the worker is gone; undefined while it lives. */
  reason: string | undefined;
  readonly happened: Promise<string>;
}

function watchEnd(worker: Worker): End {
  const end: End = {
    reason: undefined,
    happened: new Promise((resolve) => {
      const stop = (why: string): void => {
        end.reason ??= why;
        resolve(end.reason);
      };
      worker.on('error', (error) => stop(reasonOf(error)));
      worker.on('exit', (code) => stop(`its thread ended with code ${code}`));
    }),
  };
  return end;
}

async function nextReply<K extends keyof Replies>(
  worker: Worker,
  kind: K,
  end: End,
  problem: string,
): Promise<Replies[K]> {
  const stop = new AbortController();
  const replied = new Promise<Replies[K]>((resolve) => {
    const onMessage = (reply: Replies[K]): void => {
      if (reply.kind === kind) resolve(reply);
    };
    worker.on('message', onMessage);
    stop.signal.addEventListener('abort', () => worker.off('message', onMessage));
  });
  const reply = await Promise.race([replied, end.happened]);
  stop.abort();
  if (typeof reply === 'string') throw new StartupProblem(`${problem}: ${reply}`);
  return reply;
}

async function close(worker: Worker, pool: SinglePool, end: End): Promise<void> {
  await pool.end();
  if (end.reason !== undefined) return;
  worker.postMessage({ kind: 'close' });
  await nextReply(worker, 'closed', end, 'the embedded database did not close').catch(() => undefined);
  await worker.terminate();
}
