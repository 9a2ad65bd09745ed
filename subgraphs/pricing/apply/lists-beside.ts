import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import type { ListFile, ToldList } from './told-list.ts';

/** A list that is here, and the one whose place it took. */
export type ListHere = ListFile & Pick<ToldList, 'supersedes'>;

/**
 * Lists that are here and whose periods may have changed with others: those of the same institution, kind and day as lists
 * that are taken, and all of institutions that took lists or prices back.
 */
export function listsBeside(
  sql: SqlRunner,
  {
    lists,
    withdrawn,
  }: {
    readonly lists: readonly ListFile[];
    readonly withdrawn: readonly Pick<HeldEntry, 'subjectId' | 'publisherId'>[];
  },
): Promise<ListHere[]> {
  if (lists.length + withdrawn.length === 0) return Promise.resolve([]);
  const institutions = withdrawn.flatMap(({ publisherId }) => (publisherId === null ? [] : [publisherId]));
  const gone = withdrawn.map(({ subjectId }) => subjectId);
  return sql.$queryRawUnsafe<ListHere[]>(BESIDE, JSON.stringify(lists), [...new Set(institutions)], gone);
}

const BESIDE = `
SELECT l.id, l.institution_id AS institution, l.kind::text AS kind, l.currency, l.effective_on::text AS "effectiveOn",
  l.supersedes_id AS supersedes
  FROM pricing.price_list l
 WHERE l.id <> ALL ($3::text[]) AND (l.institution_id = ANY ($2::text[]) OR EXISTS (
   SELECT FROM jsonb_to_recordset($1::jsonb) AS r (id text, institution text, kind pricing.price_kind, "effectiveOn" date)
    WHERE r.institution = l.institution_id AND r.kind = l.kind AND r."effectiveOn" = l.effective_on AND r.id <> l.id))
 ORDER BY l.institution_id, l.kind, l.effective_on, l.published_at, l.id`;
