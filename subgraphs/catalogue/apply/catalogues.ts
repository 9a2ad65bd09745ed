import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { dropItems, putItems } from './items.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { known, putRows } from './tables.ts';

/** Takes over editions of catalogues with all their items. What they rest on and is not here is left out. */
export async function putCatalogues(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.map(rowOf);
  const bases = rows.map((row) => row.based_on_id);
  const here = new Set([...(await known(tx, 'catalogue', bases)), ...rows.map(({ id }) => id)]);
  const placed = rows.map((row) => ({ ...row, based_on_id: here.has(row.based_on_id) ? row.based_on_id : null }));
  await putRows(tx, 'catalogue', placed);
  await putItems(tx, entries);
}

function rowOf(entry: HeldEntry) {
  const payload = ToldPayload.of(entry);
  return {
    id: entry.subjectId,
    region_code: payload.text('region'),
    issuer_id: payload.text('issuer'),
    title: payload.text('title'),
    edition: payload.text('edition'),
    status: payload.text('status'),
    effective_on: payload.textOrNull('effectiveOn'),
    effective_until: payload.textOrNull('effectiveUntil'),
    subordinates_file_by: payload.has('subordinatesFileBy') ? payload.textOrNull('subordinatesFileBy') : null,
    based_on_id: payload.textOrNull('basedOn'),
    is_sample: payload.flag('isSample'),
    held_from: entry.lane,
  };
}

/** Takes away editions, with everything that stands under their items and can not be shown without them. */
export async function dropCatalogues(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const ids = entries.map(({ subjectId }) => subjectId);
  await dropItems(tx, ids, []);
  await tx.$queryRawUnsafe(
    `delete from catalogue.catalogue c using jsonb_array_elements_text($1::jsonb) as gone (id) where c.id = gone.id returning 1`,
    JSON.stringify(ids),
  );
}
