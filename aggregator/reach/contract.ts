import type { ChangeKind, ChangeSubject, Json } from '../../core/change.ts';
import type { SubjectDigest } from '../../feed/digest.ts';
import type { KeyRange, KeyRangeDigest } from '../../feed/key-ranges.ts';
import type { HubFiles } from '../../subgraphs/kit/applier.ts';

export type JsonObject = Readonly<Record<string, Json>>;

/** An entry of a county's log, checked. */
export interface CountyEntry {
  /** Its place in the county's log; null in exports. */
  readonly cursor: string | null;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  readonly occurredAt: Date;
  readonly originId: string;
  readonly region: string | null;
  readonly publisher: string | null;
  readonly catalogueItems: readonly string[];
  readonly payload: JsonObject;
  /** `schema/FEED.md` §8.2, computed here. */
  readonly recordDigest: string;
}

/** A stretch of a county's log. */
export interface ChangesPage {
  /** The id of the hub that answers. */
  readonly hub: string;
  readonly entries: readonly CountyEntry[];
  readonly endCursor: string;
  readonly head: string;
  readonly hasMore: boolean;
}

/** An export: the place it is pinned to, and a file of each subject that is pulled. */
export interface Manifest {
  /** The id of the hub that answers. */
  readonly hub: string;
  readonly cursor: string;
  readonly files: readonly (SubjectDigest & { readonly path: string })[];
}

/** Some records of an export. */
export interface RecordsPart {
  readonly entries: readonly CountyEntry[];
  /** Bytes of the file up to behind the last of them, from where to go on. */
  readonly offset: number;
}

/** Which records of an export are wanted. */
export interface RecordsRequest {
  readonly at: string;
  /** Bytes that the caller has already. */
  readonly offset?: number;
  readonly range?: KeyRange;
  /** What the manifest told of the file, against which its end is checked. */
  readonly expect?: Pick<SubjectDigest, 'count' | 'digest'>;
}

/**
 * A county hub, of which only what its county may give is asked for: its region, and the subjects that are pulled. What it
 * answers was checked as a whole before it is given out. Everything throws `ReachProblem`.
 */
export interface CountyHub extends HubFiles {
  /** @param at - the place to pin the export to; null for the head of the log */
  manifest(at: string | null): Promise<Manifest>;
  /**
   * A page of the log; it may have fewer entries than asked for, since a page that is too large is asked for again smaller.
   *
   * @param after - null for the beginning
   */
  changes(after: string | null, first: number): Promise<ChangesPage>;
  /** One for each subject that is pulled. */
  digests(at: string): Promise<readonly SubjectDigest[]>;
  keyRanges(at: string, subject: ChangeSubject, range: KeyRange, parts: number): Promise<readonly KeyRangeDigest[]>;
  /**
   * The live records of one subject at a place of the log, sorted by `subjectId` as bytes. A connection that breaks or
   * stalls is made good from where it ended, a few times; a file without its last line throws.
   */
  records(subject: ChangeSubject, request: RecordsRequest): AsyncIterable<RecordsPart>;
  /**
   * Tells that there is something behind a cursor: once for what came meanwhile. Ends when the signal aborts, and throws
   * when the connection breaks or says nothing for half a minute.
   */
  wakeUps(after: string, signal: AbortSignal): AsyncIterable<void>;
  close(): Promise<void>;
}
