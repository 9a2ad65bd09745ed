import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { upsert, type HeldTable } from '../../kit/held-table.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

const TABLE: HeldTable = {
  name: 'documents.decision_catalogue',
  key: { id: 'text' },
  columns: {
    ...{ issuer_id: 'text', region_code: 'text', year: 'int', published_at: 'timestamptz', is_sample: 'boolean' },
  },
  kept: { begun_by: 'text', begun_at: 'timestamptz', published_by: 'text' },
};

/**
 * Takes over yearly catalogues of decisions (年度重大行政决策事项目录). Which decisions one lists, they say themselves. One
 * that is withdrawn is not public any more; its decisions have tombstones of their own.
 */
export async function applyDecisionCatalogues(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN').map(({ subjectId }) => subjectId);
  if (gone.length > 0) {
    await tx.$queryRawUnsafe(
      `update documents.decision_catalogue set published_at = null
        where id = any($1::text[]) and published_at is not null returning 1`,
      gone,
    );
  }
  await upsert(tx, TABLE, entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(rowOf));
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  told.texts('decisions');
  const publishedAt = told.instant('publishedAt');
  return {
    ...{ id: entry.subjectId, issuer_id: told.text('issuer'), region_code: told.text('region') },
    ...{ year: told.count('year'), published_at: publishedAt, is_sample: told.flag('isSample') },
    ...{ begun_by: '', begun_at: publishedAt, published_by: '' },
  };
}
