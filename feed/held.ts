import { CHANGE_SUBJECTS, type ChangeSubject } from '../core/change.ts';
import { DIGEST_OF_NOTHING, DIGEST_OF_RECORDS, type SubjectDigest } from './digest.ts';
import type { KeyRange, KeyRangeDigest } from './key-ranges.ts';
import type { SqlPool } from './sql.ts';

/** A live record that is held from another hub. */
export interface HeldRecord {
  readonly subjectId: string;
  /** The record digest (`schema/FEED.md` §8.2). */
  readonly digest: string;
}

const LATEST = `select distinct on (subject, subject_id) subject, subject_id, kind, digest from feed.entry where lane = $1`;

/** What is held by a lane now: per subject how many live records, and one digest over them, as that hub counts its own. */
export async function heldDigests(pool: SqlPool, lane: string): Promise<readonly SubjectDigest[]> {
  const { rows } = await pool.query<SubjectDigest>(
    `select subject, count(*)::int as count, ${DIGEST_OF_RECORDS} as digest from (
       ${LATEST} order by subject desc, subject_id desc, position desc
     ) latest where kind <> 'WITHDRAWN' group by subject`,
    [lane],
  );
  const found = new Map(rows.map((row) => [row.subject, row]));
  return CHANGE_SUBJECTS.map((subject) => found.get(subject) ?? { subject, count: 0, digest: DIGEST_OF_NOTHING });
}

/** The digests of what is held in stretches that another hub gave, in their order; the stretches follow on one another. */
export async function heldRanges(
  pool: SqlPool,
  { lane, subject }: { readonly lane: string; readonly subject: ChangeSubject },
  ranges: readonly KeyRange[],
): Promise<readonly KeyRangeDigest[]> {
  const { rows } = await pool.query<{ part: number; count: number; digest: string }>(
    `select part, count(*)::int as count, ${DIGEST_OF_RECORDS} as digest from (
       select subject_id, digest, (select min(n)::int from unnest($4::text[]) with ordinality as bound(last, n)
         where bound.last is null or latest.subject_id <= bound.last collate "C") as part
       from (${LATEST} and subject = $2 and ($3::text is null or subject_id > $3) and ($5::text is null or subject_id <= $5)
         order by subject desc, subject_id desc, position desc) latest
       where kind <> 'WITHDRAWN'
     ) live group by part`,
    [lane, subject, ranges[0]?.after ?? null, ranges.map(({ until }) => until), ranges.at(-1)?.until ?? null],
  );
  const found = new Map(rows.map((row) => [row.part, row]));
  return ranges.map(({ after, until }, index) => {
    const { count, digest } = found.get(index + 1) ?? { count: 0, digest: DIGEST_OF_NOTHING };
    return { after, until, count, digest };
  });
}

/** The live records that a lane holds in one stretch, sorted by `subjectId` as bytes. */
export async function heldRecords(
  pool: SqlPool,
  { lane, subject }: { readonly lane: string; readonly subject: ChangeSubject },
  { after, until }: KeyRange,
): Promise<readonly HeldRecord[]> {
  const { rows } = await pool.query<HeldRecord>(
    `select subject_id as "subjectId", digest from (
       ${LATEST} and subject = $2 and ($3::text is null or subject_id > $3) and ($4::text is null or subject_id <= $4)
       order by subject desc, subject_id desc, position desc
     ) latest where kind <> 'WITHDRAWN' order by subject_id`,
    [lane, subject, after, until],
  );
  return rows;
}
