import type { ChangeSubject } from '../core/change.ts';
import { decodeCursor } from './cursor.ts';
import { DIGEST_OF_NOTHING, DIGEST_OF_RECORDS } from './digest.ts';
import { conditionsOf, selectionOf } from './filter.ts';
import type { SqlPool } from './sql.ts';
import { positionIn, STATE_COLUMNS, stateOf, type StateRow } from './state.ts';

/** A stretch of the `subjectId`s of a kind, as bytes: those behind `after`, up to and including `until`. */
export interface KeyRange {
  /** Null: from the first. */
  readonly after: string | null;
  /** Null: to the last. */
  readonly until: string | null;
}

/** How many live records a stretch holds, and one digest over them. */
export interface KeyRangeDigest extends KeyRange {
  readonly count: number;
  /** As `schema/FEED.md` §8.4. */
  readonly digest: string;
}

/** Which stretch is to be divided, and into how many. */
export interface KeyRangeRequest extends KeyRange {
  readonly subject: ChangeSubject;
  /** The cursor up to which entries count. */
  readonly at: string;
  readonly region: string | null;
  /** 1 to {@link MOST_PARTS}; the caller has checked it. */
  readonly parts: number;
}

/** The most stretches that one answer has. */
export const MOST_PARTS = 256;

/**
 * Divides a stretch into stretches of about as many records each, which cover it without a gap, with a digest of each.
 * Two copies that differ find where by comparing these and dividing again what differs.
 *
 * @returns fewer than asked when there are fewer records; one when there are none
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED, or BAD_USER_INPUT for a malformed region
 * @see schema/FEED.md §8
 */
export async function keyRanges(pool: SqlPool, request: KeyRangeRequest): Promise<readonly KeyRangeDigest[]> {
  const { subject, at, region, after, until, parts } = request;
  const values: unknown[] = [decodeCursor(at).position, subject, after, until, parts];
  const selection = selectionOf({ regions: region === null ? null : [region] });
  const conditions = conditionsOf(selection, (value) => `$${String(values.push(value))}`);
  const { rows } = await pool.query<StateRow & { last: string | null; count: number; digest: string }>(
    `select ${STATE_COLUMNS}, part.last, part.count, part.digest from feed.hub left join (
       select max(subject_id) as last, count(*)::int as count, ${DIGEST_OF_RECORDS} as digest from (
         select subject_id, digest, ntile($5::int) over (order by subject_id) as part from (
           select distinct on (subject_id) subject_id, kind, digest from feed.entry
           where ${['subject = $2', 'position <= $1::bigint', '($3::text is null or subject_id > $3)', '($4::text is null or subject_id <= $4)', ...conditions].join(' and ')}
           order by subject_id, position desc
         ) latest where kind <> 'WITHDRAWN'
       ) live group by part
     ) part on true order by part.last`,
    values,
  );
  positionIn(stateOf(rows[0]), at);
  const found = rows.filter(({ last }) => last !== null);
  if (found.length === 0) return [{ after, until, count: 0, digest: DIGEST_OF_NOTHING }];
  return found.map(({ last, count, digest }, index) => ({
    after: index === 0 ? after : (found[index - 1]?.last ?? null),
    until: index === found.length - 1 ? until : last,
    count,
    digest,
  }));
}
