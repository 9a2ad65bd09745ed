import { CHANGE_SUBJECTS, type ChangeSubject } from '../core/change.ts';
import { decodeCursor } from './cursor.ts';
import { conditionsOf, selectionOf } from './filter.ts';
import type { SqlPool } from './sql.ts';
import { positionIn, STATE_COLUMNS, stateOf, type StateRow } from './state.ts';

/** How many live records of one subject there are, and one digest over them. */
export interface SubjectDigest {
  readonly subject: ChangeSubject;
  readonly count: number;
  /** SHA-256 in hexadecimal; see `schema/FEED.md` §8.4 for how to compute it from pages. */
  readonly digest: string;
}

/**
 * What a complete copy of the log up to a cursor amounts to, per subject. One set-based query on the index of subjects.
 *
 * @param at - the cursor up to which the copy has read
 * @param region - GB/T 2260; only what a reader of this region's filter would have
 * @throws Fault CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED, or BAD_USER_INPUT for a malformed region
 */
export async function digests(pool: SqlPool, at: string, region?: string | null): Promise<readonly SubjectDigest[]> {
  const values: unknown[] = [decodeCursor(at).position];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const selection = selectionOf({ regions: region == null ? null : [region] });
  const conditions = ['position <= $1::bigint', ...conditionsOf(selection, bind)].join(' and ');
  const { rows } = await pool.query<StateRow & { subject: ChangeSubject | null; count: number; digest: string }>(
    `select ${STATE_COLUMNS}, live.subject, live.count, live.digest from feed.hub left join (
      select subject, count(*)::int as count,
        ${DIGEST_OF_RECORDS} as digest
      from (
        select distinct on (subject, subject_id) subject, subject_id, kind, digest from feed.entry
        where ${conditions} order by subject desc, subject_id desc, position desc
      ) latest where kind <> 'WITHDRAWN' group by subject
    ) live on true`,
    values,
  );
  positionIn(stateOf(rows[0]), at);
  const found = new Map(rows.map((row) => [row.subject, row]));
  return CHANGE_SUBJECTS.map((subject) => {
    const row = found.get(subject);
    return { subject, count: row?.count ?? 0, digest: row?.digest ?? DIGEST_OF_NOTHING };
  });
}

/** The digest over records with `subject_id` and `digest`, as an aggregate of SQL. */
export const DIGEST_OF_RECORDS = `encode(sha256(convert_to(
  string_agg(subject_id || ' ' || digest || E'\\n', '' order by subject_id collate "C"), 'UTF8')), 'hex')`;

/** The digest over no records. */
export const DIGEST_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
