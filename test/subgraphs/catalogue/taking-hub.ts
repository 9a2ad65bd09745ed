import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import { CHANGE_SUBJECTS } from '../../../core/change.ts';
import type { Viewer } from '../../../core/viewer.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { openLog } from '../../../feed/log.ts';
import { runnerOf } from '../../../prisma/storage/bulk-session.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { applier } from '../../../subgraphs/catalogue/apply/index.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import type { HeldEntry } from '../../../subgraphs/kit/applier.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** An empty hub that takes over what another one made public. */
export interface TakingHub {
  readonly database: Database;
  /** Takes entries over in one transaction: applied, and then written to the log, unless they are there. */
  take(entries: readonly HeldEntry[]): Promise<void>;
  /** Applies entries alone, as they are applied once more when all records are there. */
  applyAgain(entries: readonly HeldEntry[]): Promise<void>;
  /** Waits until the subgraph has followed its own log. */
  level(): Promise<void>;
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  /** The entries of its own log that were made here. */
  ownEntries(): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

const NO_FILES = {
  lines: () => {
    throw new Error('The catalogue needs no files of another hub.');
  },
};

/** Starts it on a database that has its tables; closing it closes the database. */
export async function startTaking(database: Database, clock: { readonly now: () => Date }): Promise<TakingHub> {
  const log = await openLog({ database, hub: { name: 'city', regionCode: '140500' }, clock });
  const running = catalogue.start({ database, log, clock, ...CONFIGURED });
  const inTransaction = async (entries: readonly HeldEntry[], isAppended: boolean): Promise<void> => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const tx = runnerOf(client);
      const own = entries.filter(({ subject }) => applier.subjects.includes(subject));
      await applier.apply(tx, own, NO_FILES);
      if (isAppended) await log.append(tx, entries);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    log.wake();
  };
  return {
    database,
    take: (entries) => inTransaction(entries, true),
    applyAgain: (entries) => inTransaction(entries, false),
    level: () => running.followers.level(),
    ask: async (text, variables = {}, viewer = null) => {
      const operation = text.trimStart().startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
      const scope = { viewer, locale: 'en', requestId: 'test' } as const;
      return (await running.execute({ document: parse(text), text, operation, variables, scope })) as ExecutionResult;
    },
    ownEntries: async () => {
      const { entries } = await log.read({ after: null, first: 1_000 });
      return entries.filter(({ originId }) => originId === log.hub.id);
    },
    close: async () => {
      await running.close();
      await log.close();
      await database.close();
    },
  };
}

/** Entries as they are handed over when they were pulled. */
export function held(entries: readonly LogEntry[]): HeldEntry[] {
  return entries.map((entry) => {
    const { id, originId, kind, subject, subjectId, occurredAt, regionCode, publisherId, catalogueItemIds } = entry;
    const about = { kind, subject, subjectId, occurredAt, regionCode, publisherId, catalogueItemIds };
    return { ...about, id, originId, payload: entry.payload, lane: '140000' };
  });
}

/** The live records that entries come to, in the order of a snapshot: by subject, then by id. */
export function snapshotOf(entries: readonly HeldEntry[]): HeldEntry[] {
  const latest = new Map(entries.map((entry) => [`${entry.subject} ${entry.subjectId}`, entry]));
  const place = ({ subject }: HeldEntry) => CHANGE_SUBJECTS.indexOf(subject);
  return [...latest.values()]
    .filter(({ kind }) => kind !== 'WITHDRAWN')
    .sort((one, other) => place(one) - place(other) || (one.subjectId < other.subjectId ? -1 : 1));
}

/** Those that name a record which may come later. */
export function referring(entries: readonly HeldEntry[]): HeldEntry[] {
  return entries.filter(({ subject, payload }) =>
    (applier.references[subject] ?? []).some((name) => payload[name] !== null && payload[name] !== undefined),
  );
}
