import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { documentsHere } from './documents-here.ts';
import { remove, replaceAll, upsert, type HeldTable } from '../../kit/held-table.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

const TABLE: HeldTable = {
  name: 'documents.clean_up',
  key: { id: 'text' },
  columns: {
    ...{ issuer_id: 'text', region_code: 'text', title: 'text', as_of: 'date', published_at: 'timestamptz' },
    is_sample: 'boolean',
  },
  kept: { published_by: 'text' },
};

const RESULTS: HeldTable = {
  name: 'documents.clean_up_result',
  key: { clean_up_id: 'text', document_id: 'text' },
  columns: { outcome: 'documents.clean_up_outcome', note: 'text' },
};

/** Takes over the results of clean-ups (清理); of one that is withdrawn nothing stays. */
export async function applyCleanUps(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  await remove(
    tx,
    TABLE,
    gone.map(({ subjectId: id }) => ({ id })),
  );
  const told = entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(toldCleanUp);
  if (told.length === 0) return;
  await upsert(
    tx,
    TABLE,
    told.map(({ row }) => row),
  );
  const rows = told.flatMap(({ row, results }) => results.map((result) => ({ clean_up_id: row.id, ...result })));
  await holdPlaces(tx, told);
  await replaceAll(tx, RESULTS, { parent: 'clean_up_id', ids: told.map(({ row }) => row.id), rows });
}

type ToldCleanUp = ReturnType<typeof toldCleanUp>;

function toldCleanUp(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  return {
    row: {
      ...{ id: entry.subjectId, issuer_id: told.text('issuer'), region_code: told.text('region') },
      ...{ title: told.text('title'), as_of: told.day('asOf'), published_at: told.instant('publishedAt') },
      ...{ is_sample: told.flag('isSample'), published_by: '' },
    },
    lane: entry.lane,
    results: told.inners('results').map((result) => ({
      ...{ document_id: result.text('document'), outcome: result.text('outcome'), note: result.textOrNull('note') },
    })),
  };
}

/**
 * Holds the places of documents that clean-ups tell of and that are not here: they were withdrawn before this hub came to
 * know of them, and what was found of them is still told. A clean-up tells of its issuer's own documents only.
 */
async function holdPlaces(tx: SqlRunner, told: readonly ToldCleanUp[]): Promise<void> {
  const here = await documentsHere(
    tx,
    told.flatMap(({ results }) => results.map((one) => one.document_id)),
  );
  const places = told.flatMap(({ row, lane, results }) =>
    results
      .filter((one) => !here.has(one.document_id))
      .map((one) => ({
        ...{ id: one.document_id, issuer_id: row.issuer_id, region_code: row.region_code },
        ...{ at: row.published_at, held_from: lane },
      })),
  );
  if (places.length > 0) await tx.$queryRawUnsafe(HOLD, JSON.stringify(places));
}

const HOLD = `
  insert into documents.document (id, title, body, issuer_id, region_code, attribute, is_policy, status, drafted_by, drafted_at, held_from)
  select id, '', '', issuer_id, region_code, 'PROACTIVE', false, 'WITHDRAWN', '', at, held_from
    from json_to_recordset($1::json) as told (id text, issuer_id text, region_code text, at timestamptz, held_from text)
  on conflict (id) do nothing
  returning 1`;
