import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { remove, upsert, type HeldTable } from '../../kit/held-table.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

const TABLE: HeldTable = {
  name: 'documents.interpretation',
  key: { id: 'text' },
  columns: {
    ...{ document_id: 'text', title: 'text', body: 'text', forms: 'documents.interpretation_form[]' },
    ...{ channels: 'documents.channel[]', stage: 'documents.interpretation_stage' },
    ...{ interpreter: 'documents.interpreter_kind', published_at: 'timestamptz', is_sample: 'boolean' },
  },
};

/** Takes over interpretations (解读) of documents that are here; of one that is withdrawn nothing stays. */
export async function applyInterpretations(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  await remove(
    tx,
    TABLE,
    gone.map(({ subjectId: id }) => ({ id })),
  );
  await upsert(tx, TABLE, entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(rowOf));
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  return {
    ...{ id: entry.subjectId, document_id: told.text('document'), title: told.text('title'), body: told.text('body') },
    ...{ forms: told.texts('forms'), channels: told.texts('channels'), stage: told.text('stage') },
    ...{ interpreter: told.text('interpreter'), published_at: told.instant('publishedAt') },
    is_sample: told.flag('isSample'),
  };
}
