import type { SqlRunner } from '../../../core/sql.ts';
import { replaceAll, type HeldTable } from '../../kit/held-table.ts';
import type { ToldDocument } from './told-document.ts';

const ITEMS: HeldTable = {
  name: 'documents.document_item',
  key: { document_id: 'text', item_id: 'text' },
  columns: {},
};

const RELATIONS: HeldTable = {
  name: 'documents.document_relation',
  key: { document_id: 'text', related_id: 'text' },
  columns: { kind: 'documents.document_relation_kind', took_effect_at: 'timestamptz' },
};

/**
 * Writes what belongs to documents, in place of what is there: their catalogue items, what they amend and repeal, and when
 * their validity changed.
 *
 * @param known - the documents that are here; relations to others are left out
 */
export async function writeDocumentParts(
  tx: SqlRunner,
  told: readonly ToldDocument[],
  known: ReadonlySet<string>,
): Promise<void> {
  const [parent, ids] = ['document_id', told.map(({ row }) => row.id)];
  const items = told.flatMap((one) => [...new Set(one.items)].map((item_id) => ({ document_id: one.row.id, item_id })));
  await replaceAll(tx, ITEMS, { parent, ids, rows: items });
  const relations = told.flatMap(({ row, relations: all, takesEffectAt }) =>
    all
      .filter(({ related_id }) => known.has(related_id))
      .map((one) => ({ document_id: row.id, ...one, took_effect_at: takesEffectAt })),
  );
  await replaceAll(tx, RELATIONS, { parent, ids, rows: relations });
  const changed = told.map(({ row, validityChangedAt }) => ({ id: row.id, at: validityChangedAt }));
  await tx.$queryRawUnsafe(OTHER_CHANGES, JSON.stringify(changed));
  const dated = changed.filter(({ at }) => at !== null);
  if (dated.length > 0) await tx.$queryRawUnsafe(LAST_CHANGES, JSON.stringify(dated));
}

const OTHER_CHANGES = `
  delete from documents.document_step s using json_to_recordset($1::json) as told (id text, at timestamptz)
   where s.document_id = told.id and s.kind = 'VALIDITY_CHANGED' and s.taken_at is distinct from told.at
  returning 1`;

const LAST_CHANGES = `
  insert into documents.document_step (document_id, kind, taken_by, taken_at)
  select told.id, 'VALIDITY_CHANGED', '', told.at
    from json_to_recordset($1::json) as told (id text, at timestamptz)
   where not exists (
     select from documents.document_step s where s.document_id = told.id and s.kind = 'VALIDITY_CHANGED')
  returning 1`;
