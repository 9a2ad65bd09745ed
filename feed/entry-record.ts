import { randomUUID } from 'node:crypto';
import type { NewEntry } from '../core/change.ts';
import { canonicalJson } from './canonical.ts';
import { recordDigest } from './record-digest.ts';

/** An entry to write; one that is passed on from another hub keeps its id and its origin. */
export interface EntryToAppend extends NewEntry {
  /** The id that the entry has in the log it comes from; a new one when left out. */
  readonly id?: string;
  /** The hub where it happened; this one when left out. */
  readonly originId?: string;
  /** The hub that it was pulled from, by the region that this one takes from it; left out for what happened here. */
  readonly lane?: string;
}

/** The longest payload, in characters of its canonical form: 1 MiB. */
const LONGEST_PAYLOAD = 1_048_576;

/** The columns of a record as JSON, for `json_to_recordset`. */
export const ENTRY_TYPES = `n int, id text, kind text, subject text, subject_id text, occurred_at timestamptz,
  origin_id text, lane text, region_code text, publisher_id text, catalogue_item_ids text[], payload jsonb, digest text`;

/** An entry ready to be written. */
export interface PreparedRecord {
  readonly id: string;
  readonly originId: string | null;
  readonly digest: string;
  /** The record as JSON, `n` being its number in the transaction. */
  json(n: number): string;
}

/**
 * Makes an entry ready to be written.
 *
 * @throws TypeError when its payload has no canonical form or is too long
 */
export function recordOf(entry: EntryToAppend): PreparedRecord {
  const payload = canonicalJson(entry.payload);
  const name = `${entry.subject} ${entry.subjectId}`;
  if (payload.length > LONGEST_PAYLOAD) {
    throw new TypeError(`${name}: a payload has at most 1 MiB; got ${String(payload.length)} characters.`);
  }
  const { id = randomUUID(), originId = null } = entry;
  const digest = recordDigest(entry.subject, entry.subjectId, payload);
  const columns = {
    id,
    kind: entry.kind,
    subject: entry.subject,
    subject_id: entry.subjectId,
    occurred_at: entry.occurredAt.toISOString(),
    origin_id: originId,
    lane: entry.lane ?? null,
    region_code: entry.regionCode,
    publisher_id: entry.publisherId,
    catalogue_item_ids: entry.catalogueItemIds ?? [],
    digest,
  };
  // The payload is JSON already; writing it a second time would be half the cost of a large append.
  const rest = JSON.stringify(columns).slice(1, -1);
  return { id, originId, digest, json: (n) => `{"n":${String(n)},${rest},"payload":${payload}}` };
}
