import type { ChangeKind, ChangeSubject } from '../core/change.ts';
import type { SqlRunner } from '../core/sql.ts';

/** The latest entry of a subject, as far as it says who may go on from it. */
export interface Standing {
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  readonly position: number;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly digest: string;
  /** The lane that it came by; null for what happened here. */
  readonly lane: string | null;
  readonly originId: string;
  readonly regionCode: string | null;
  readonly publisherId: string | null;
  readonly catalogueItemIds: readonly string[];
}

/** What names a subject. */
export type SubjectName = Pick<Standing, 'subject' | 'subjectId'>;

/** The latest entries of subjects; of those that the log does not know there is none. */
export async function standingOf(sql: SqlRunner, names: readonly SubjectName[]): Promise<readonly Standing[]> {
  if (names.length === 0) return [];
  return sql.$queryRawUnsafe<Standing[]>(
    `select latest.* from unnest($1::text[], $2::text[]) as named(subject, subject_id), lateral (
       select subject, subject_id as "subjectId", position::float8 as position, id, kind::text as kind, digest, lane,
         origin_id as "originId", region_code as "regionCode", publisher_id as "publisherId",
         catalogue_item_ids as "catalogueItemIds"
       from feed.entry x where x.subject = named.subject and x.subject_id = named.subject_id
       order by x.position desc limit 1) latest`,
    names.map(({ subject }) => subject),
    names.map(({ subjectId }) => subjectId),
  );
}

/** An entry that the log has. */
export type KnownEntry = Pick<Standing, 'id' | 'subject' | 'subjectId' | 'kind' | 'digest' | 'lane' | 'position'>;

/** Which of these entries the log has already, by their ids. */
export async function knownEntries(sql: SqlRunner, ids: readonly string[]): Promise<ReadonlyMap<string, KnownEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.$queryRawUnsafe<KnownEntry[]>(
    `select id, subject, subject_id as "subjectId", kind::text as kind, digest, lane,
       position::float8 as position from feed.entry where id = any($1::text[])`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
