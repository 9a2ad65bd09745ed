import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { known, putRows, replaceRows } from './tables.ts';

/** Takes over notices of failure to disclose (通报). An issuer and items that are not here are left out. */
export async function putFailureNotices(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.map(rowOf);
  const issuers = await known(
    tx,
    'institution',
    rows.map((row) => row.issuer_id),
  );
  const issued = rows.map((row) => ({ ...row, issuer_id: issuers.has(row.issuer_id) ? row.issuer_id : null }));
  await putRows(tx, 'failure_notice', issued);
  const named = entries.flatMap(itemsOf);
  const items = await known(
    tx,
    'catalogue_item',
    named.map((row) => row.item_id),
  );
  const parents = rows.map(({ id }) => id);
  await replaceRows(tx, 'failure_notice_item', { parents, rows: named.filter((row) => items.has(row.item_id)) });
}

function rowOf(entry: HeldEntry) {
  const payload = ToldPayload.of(entry);
  return {
    id: entry.subjectId,
    region_code: payload.text('region'),
    superior_code: payload.text('superior'),
    issuer_id: payload.textOrNull('issuer'),
    body: payload.text('body'),
    rectify_by: payload.text('rectifyBy'),
    issued_at: payload.text('issuedAt'),
    issued_by: '',
    withdrawn_at: null,
    withdrawal_note: null,
    is_sample: payload.flag('isSample'),
  };
}

function itemsOf(entry: HeldEntry) {
  return ToldPayload.of(entry)
    .inners('items')
    .map((item, ordinal) => ({
      notice_id: entry.subjectId,
      ordinal,
      item_id: item.text('id'),
      status: item.text('status'),
    }));
}

/** Withdraws notices; of one that was never here there is nothing to keep. */
export async function dropFailureNotices(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    id: entry.subjectId,
    at: entry.occurredAt,
    note: ToldPayload.of(entry).textOrNull('note'),
  }));
  await tx.$queryRawUnsafe(
    `update catalogue.failure_notice n set withdrawn_at = given.at, withdrawal_note = given.note
       from jsonb_to_recordset($1::jsonb) as given (id text, at timestamptz, note text)
      where n.id = given.id and (n.withdrawn_at, n.withdrawal_note) is distinct from (given.at, given.note) returning 1`,
    JSON.stringify(rows),
  );
}
