import { CHANGE_SUBJECTS, type ChangeSubject } from '../core/change.ts';
import { DIGEST_OF_NOTHING, DIGEST_OF_RECORDS, type SubjectDigest } from './digest.ts';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry.ts';
import type { EntryToAppend } from './entry-record.ts';
import type { KeyRange, KeyRangeDigest } from './key-ranges.ts';
import { runnerOn } from './lanes.ts';
import type { SqlPool } from './sql.ts';
import { standingOf, type SubjectName } from './standing.ts';

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

/** A live entry that a lane holds, with its place in this hub's log. */
export type HeldEntryAt = EntryToAppend & {
  readonly id: string;
  readonly originId: string;
  readonly lane: string;
  readonly position: number;
};

/**
 * The live entries of a lane that name others, by what their subjects call them, in the order of this log.
 *
 * @param members - of each subject, the members of its payload that name others
 */
export async function heldNaming(
  pool: SqlPool,
  lane: string,
  {
    members,
    after,
    first,
  }: {
    readonly members: Readonly<Partial<Record<ChangeSubject, readonly string[]>>>;
    readonly after: number;
    readonly first: number;
  },
): Promise<readonly HeldEntryAt[]> {
  const named = Object.entries(members).flatMap(([subject, names]) => names.map((name) => ({ subject, name })));
  const { rows } = await pool.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from feed.entry where lane = $1 and position > $2::bigint and kind <> 'WITHDRAWN'
       and exists (select from unnest($4::text[], $5::text[]) as named(subject, name)
         where named.subject = entry.subject and jsonb_typeof(entry.payload -> named.name) <> 'null'
           and entry.payload -> named.name <> '[]')
       and not exists (select from feed.entry later where later.subject = entry.subject
         and later.subject_id = entry.subject_id and later.position > entry.position)
     order by position limit $3::int`,
    [lane, after, first, named.map(({ subject }) => subject), named.map(({ name }) => name)],
  );
  return rows.map((row) => ({ ...entryOf(row, ''), lane }));
}

/** How many live records a lane holds. */
export async function heldCount(pool: SqlPool, lane: string): Promise<number> {
  return (await heldDigests(pool, lane)).reduce((sum, { count }) => sum + count, 0);
}

/** How many of these subjects are live in a lane now. */
export async function heldLiveAmong(pool: SqlPool, lane: string, names: readonly SubjectName[]): Promise<number> {
  const standing = await standingOf(runnerOn(pool), names);
  return standing.filter((one) => one.lane === lane && one.kind !== 'WITHDRAWN').length;
}
