import type { ChangeKind, ChangeSubject, Json } from '../core/change.ts';
import { encodeCursor } from './cursor.ts';

/** A committed entry of the log. See `schema/FEED.md` §1. */
export interface LogEntry {
  /** Its place in commit order, from 1, without gaps. Known inside the hub only. */
  readonly position: number;
  /** The same, as readers hold it. */
  readonly cursor: string;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  readonly occurredAt: Date;
  /** The hub where it happened. */
  readonly originId: string;
  readonly regionCode: string | null;
  readonly publisherId: string | null;
  readonly catalogueItemIds: readonly string[];
  readonly payload: Readonly<Record<string, Json>>;
  /** SHA-256 over the canonical form of subject, id and payload, in hexadecimal. */
  readonly digest: string;
  /** How many characters the payload takes as text; what buffers are bounded by. */
  readonly size: number;
}

/** A row of `feed.entry`, as {@link ENTRY_COLUMNS} selects it. */
export interface EntryRow {
  readonly entry_position: string;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly subject_id: string;
  readonly occurred_at: Date;
  readonly origin_id: string;
  readonly region_code: string | null;
  readonly publisher_id: string | null;
  readonly catalogue_item_ids: string[];
  readonly payload: string;
  readonly digest: string;
}

/** The columns of an {@link EntryRow}; the payload as text, so that its size is known. */
export const ENTRY_COLUMNS = `position::text as entry_position, id, kind::text as kind, subject, subject_id, occurred_at,
  origin_id, region_code, publisher_id, catalogue_item_ids, payload::text as payload, digest`;

/** The entry in a row. */
export function entryOf(row: EntryRow, epoch: string): LogEntry {
  const position = Number(row.entry_position);
  return {
    position,
    cursor: encodeCursor({ epoch, position }),
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    subjectId: row.subject_id,
    occurredAt: row.occurred_at,
    originId: row.origin_id,
    regionCode: row.region_code,
    publisherId: row.publisher_id,
    catalogueItemIds: row.catalogue_item_ids,
    payload: JSON.parse(row.payload) as Record<string, Json>,
    digest: row.digest,
    size: row.payload.length,
  };
}
