import type { ChangeSubject } from '../core/change.ts';
import type { Clock } from '../core/clock.ts';
import { append, type AppendedEntry, type EntryToAppend, type SqlTransaction } from './append.ts';
import { encodeCursor } from './cursor.ts';
import { digests, type SubjectDigest } from './digest.ts';
import { selectionOf, type ChangeFilter } from './filter.ts';
import type { LogEntry } from './entry.ts';
import { establishHub, type HubIdentity } from './hub-identity.ts';
import { keyRanges, type KeyRangeDigest, type KeyRangeRequest } from './key-ranges.ts';
import { readAfter, type Page } from './read.ts';
import type { SqlPool } from './sql.ts';
import { stageEntries, type StagedEntries } from './staged-entries.ts';
import { snapshot, type SnapshotRequest } from './snapshot.ts';
import { readState } from './state.ts';
import { openStream, type StreamItem } from './stream.ts';
import { openTail } from './tail.ts';
import { wakePostgres, type NotifyingDatabase } from './wake-postgres.ts';

/** What a reader asks of the log. */
export interface LogRequest {
  readonly after: string | null;
  readonly filter?: ChangeFilter | null | undefined;
  /** The subjects that the reader can have at all; all when left out. */
  readonly among?: readonly ChangeSubject[];
}

/** The change log, as one process uses it. */
export interface Log {
  readonly hub: HubIdentity;
  /** Writes entries as the last statement of the caller's transaction; see {@link append}. */
  append(tx: SqlTransaction, entries: readonly EntryToAppend[]): Promise<readonly AppendedEntry[]>;
  /** Gathers entries that are too many for {@link append}; see {@link stageEntries}. */
  stage(tx: SqlTransaction): Promise<StagedEntries>;
  /** Tells this process's readers that a transaction with entries has committed. */
  wake(): void;
  /** One page after a cursor; `after: null` begins at the beginning. Throws the faults of {@link readAfter}. */
  read(request: LogRequest & { readonly first: number }): Promise<Page>;
  /** The log after a cursor, then live; `after: null` is live only. Throws the faults of {@link openStream}. */
  stream(
    request: LogRequest & { readonly signal?: AbortSignal | undefined },
  ): Promise<AsyncIterableIterator<StreamItem, undefined>>;
  /** One digest for each subject over its live records at a cursor. */
  digests(at: string, region: string | null): Promise<readonly SubjectDigest[]>;
  /** The same over stretches of the ids of one subject kind; see {@link keyRanges}. */
  keyRanges(request: KeyRangeRequest): Promise<readonly KeyRangeDigest[]>;
  /** The live records of one subject kind at a cursor, page by page; see {@link snapshot}. */
  snapshot(request: SnapshotRequest): AsyncGenerator<readonly LogEntry[], void, void>;
  /** The cursor of the last committed entry. */
  head(): Promise<string>;
  /** The cursor of a position of this log. */
  cursorAt(position: number): string;
  close(): Promise<void>;
}

interface LogOptions {
  readonly database: NotifyingDatabase & { readonly pool: SqlPool };
  /** Whose log it is, when the database is new. */
  readonly hub: { readonly name: string; readonly regionCode: string };
  readonly clock: Clock;
}

/** Opens the log of a database whose tables are there, and follows it with one tail for the process. */
export async function openLog({ database, hub: named, clock }: LogOptions): Promise<Log> {
  const { pool } = database;
  const hub = await establishHub(pool, { ...named, clock });
  const wake = await wakePostgres(database);
  const head = async (): Promise<string> => {
    const state = await readState(pool);
    return encodeCursor({ epoch: state.epoch, position: state.head });
  };
  const tail = await openTail(pool, wake);
  return {
    hub,
    append,
    stage: stageEntries,
    wake: () => {
      wake.wake();
    },
    read: async ({ after, first, filter, among }) =>
      readAfter(pool, { after, first, selection: selectionOf(filter, among) }),
    stream: async ({ after, filter, among, signal }) =>
      openStream(pool, tail, { after, selection: selectionOf(filter, among), signal }),
    digests: (at, region) => digests(pool, at, region),
    keyRanges: (request) => keyRanges(pool, request),
    snapshot: (request) => snapshot(pool, request),
    head,
    cursorAt: (position) => encodeCursor({ epoch: hub.epoch, position }),
    close: async () => {
      await tail.close();
      await wake.close();
    },
  };
}
