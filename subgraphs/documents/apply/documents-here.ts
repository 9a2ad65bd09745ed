import type { SqlRunner } from '../../../core/sql.ts';
import type { DocumentRow, Issued } from './told-document.ts';

/** Which of some documents are here, and whose they are. */
export async function documentsHere(tx: SqlRunner, ids: readonly string[]): Promise<ReadonlyMap<string, Issued>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<(Issued & { readonly id: string })[]>(
    `select id, issuer_id as "issuerId", region_code as "regionCode" from documents.document where id = any($1::text[])`,
    [...new Set(ids)],
  );
  return new Map(rows.map(({ id, ...issued }) => [id, issued]));
}

type Numbered = Pick<DocumentRow, 'id' | 'held_from' | 'issuer_id' | 'document_number' | 'index_number'>;

/**
 * Takes their numbers from held documents where the same hub tells of another that has them now: there no two have one
 * number, so what is held is out of date and is about to be withdrawn or told anew.
 */
export async function freeNumbers(tx: SqlRunner, rows: readonly Numbered[]): Promise<void> {
  const numbered = rows
    .filter((row) => row.document_number !== null || row.index_number !== null)
    .map(({ id, held_from, issuer_id, document_number, index_number }) => ({
      ...{ id, held_from, issuer_id, document_number, index_number },
    }));
  if (numbered.length === 0) return;
  await tx.$queryRawUnsafe(FREE, JSON.stringify(numbered));
}

/** By the index of either number, row by row, however little the planner knows of the table. */
const FREE = `
  with told as materialized (
    select * from jsonb_to_recordset($1::jsonb)
      as told (id text, held_from text, issuer_id text, document_number text, index_number text)
  ), taken as (
    select other.id, true as is_document_number from told, lateral (
      select d.id from documents.document d
       where d.issuer_id = told.issuer_id and d.document_number = told.document_number
         and d.id <> told.id and d.held_from = told.held_from limit 1) other
    union all
    select other.id, false from told, lateral (
      select d.id from documents.document d
       where d.issuer_id = told.issuer_id and d.index_number = told.index_number
         and d.id <> told.id and d.held_from = told.held_from limit 1) other
  ), freed as (select id, bool_or(is_document_number) as document, bool_or(not is_document_number) as index from taken group by id)
  update documents.document d
     set document_number = case when freed.document then null else d.document_number end,
         index_number = case when freed.index then null else d.index_number end
    from freed where d.id = freed.id
  returning 1`;
