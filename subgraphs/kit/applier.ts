import type { ChangeSubject } from '../../core/change.ts';
import type { SqlRunner } from '../../core/sql.ts';
import type { EntryToAppend } from '../../feed/append.ts';

/** An entry of another hub's log that this hub takes over: its id and origin are those it came with. */
export interface HeldEntry extends EntryToAppend {
  readonly id: string;
  readonly originId: string;
  /** The hub that it was pulled from, by the region that this one takes from it. */
  readonly lane: string;
}

/** What the hub that is pulled from has beside its log, such as the rows of price lists. */
export interface HubFiles {
  /**
   * A file of lines, some at a time; one that {@link Applier.filesFor} named.
   *
   * @param path - with its query: `/exports/price-periods?list=ID`
   */
  lines(path: string): AsyncIterable<readonly string[]>;
}

/**
 * How a subgraph takes over the public state of its subjects from another hub (`apply.ts`). Entries carry the full state,
 * so what is written is the row as the other hub shows it; what only its staff see is left blank.
 */
export interface Applier {
  readonly subjects: readonly ChangeSubject[];
  /**
   * The members of a payload that name a record which may come later, by subject: a snapshot is sorted by id, so what
   * such a member names may not be here yet. Entries with one of them are applied once more when all records are there.
   */
  readonly references: Readonly<Partial<Record<ChangeSubject, readonly string[]>>>;
  /**
   * The files of the other hub that entries need, by their paths; they are fetched before the transaction begins, so that
   * it never waits for another hub. Left out where entries are enough.
   */
  filesFor?(sql: SqlRunner, entries: readonly HeldEntry[]): Promise<readonly string[]>;
  /**
   * Applies entries in their order, by set-based statements on the transaction that also writes them to the log and moves
   * the checkpoint. The same entries again change nothing. What a reference names and is not here is left out, where the
   * row can be without it; else the whole transaction fails, and the aggregator finds the entry that is to blame.
   */
  apply(tx: SqlRunner, entries: readonly HeldEntry[], files: HubFiles): Promise<void>;
}

/** Of several entries of one subject only the last one: it carries the full state. In the order of those. */
export function latestOf(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  const latest = new Map(entries.map((entry) => [`${entry.subject} ${entry.subjectId}`, entry]));
  return entries.filter((entry) => latest.get(`${entry.subject} ${entry.subjectId}`) === entry);
}
