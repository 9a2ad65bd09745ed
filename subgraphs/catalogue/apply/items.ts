import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { firstLimit } from '../rules/first-due.ts';
import type { TimeLimit } from '../rules/item-columns.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { known, putRows, replaceRows } from './tables.ts';

/** Takes over all items of editions; each keeps the id and the matter that it has at the other hub. */
export async function putItems(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const given = entries.flatMap((entry) => {
    const edition = ToldPayload.of(entry);
    return edition.inners('items').map((item) => ({ catalogueId: entry.subjectId, edition, item }));
  });
  const rows = given.map(rowOf);
  const ids = rows.map(({ id }) => id);
  const bases = await known(
    tx,
    'catalogue_item',
    rows.map((row) => row.based_on_id),
  );
  const here = new Set([...bases, ...ids]);
  const placed = rows.map((row) => ({ ...row, based_on_id: here.has(row.based_on_id) ? row.based_on_id : null }));
  await nameCategories(
    tx,
    given.map(({ item }) => item),
  );
  await dropItems(
    tx,
    entries.map(({ subjectId }) => subjectId),
    ids,
  );
  await putRows(tx, 'catalogue_item', placed);
  await replaceRows(tx, 'legal_basis', { parents: ids, rows: given.flatMap(({ item }) => basesOf(item)) });
  await replaceRows(tx, 'time_limit', { parents: ids, rows: given.flatMap(({ item }) => limitsOf(item)) });
}

interface GivenItem {
  readonly catalogueId: string;
  readonly edition: ToldPayload;
  readonly item: ToldPayload;
}

function rowOf({ catalogueId, edition, item }: GivenItem) {
  return {
    id: item.text('id'),
    catalogue_id: catalogueId,
    matter_id: item.text('matter'),
    code: item.text('code'),
    category_code: item.text('category'),
    title: item.text('title'),
    content_elements: item.texts('contentElements'),
    publisher: item.text('publisher'),
    channels: item.texts('channels'),
    audience: item.text('audience'),
    method: item.text('method'),
    levels: item.texts('levels'),
    stage: item.textOrNull('stage'),
    is_mandatory: item.flag('isMandatory'),
    moved_to: item.textOrNull('movedTo'),
    is_in_force: item.flag('isInForce'),
    provenance: item.textOrNull('provenance'),
    first_due_on: item.textOrNull('firstDueOn'),
    is_first_due_provisional: item.flag('isFirstDueProvisional'),
    ...firstDueOf(edition, item),
    based_on_id: item.textOrNull('basedOn'),
    is_sample: item.flag('isSample'),
  };
}

/** How the first due day was counted; of a hub that does not tell, as it is counted for a matter that is new. */
function firstDueOf(edition: ToldPayload, item: ToldPayload) {
  if (item.textOrNull('firstDueOn') === null)
    return { first_due_from: null, first_due_days: null, first_due_unit: null };
  if (item.has('firstDueFrom')) {
    return {
      first_due_from: item.textOrNull('firstDueFrom'),
      first_due_days: item.countOrNull('firstDueDays'),
      first_due_unit: item.textOrNull('firstDueUnit'),
    };
  }
  const { days, unit } = firstLimit(
    limitsOf(item).map(({ applies_to: appliesTo, ...limit }) => ({ appliesTo, ...limit })),
  );
  return { first_due_from: edition.textOrNull('effectiveOn'), first_due_days: days, first_due_unit: unit };
}

function basesOf(item: ToldPayload) {
  const item_id = item.text('id');
  return item
    .inners('bases')
    .map((basis, ordinal) => ({ item_id, ordinal, title: basis.text('title'), article: basis.textOrNull('article') }));
}

function limitsOf(item: ToldPayload) {
  const item_id = item.text('id');
  return item.inners('timeLimits').map((limit, ordinal) => ({
    ...{ item_id, ordinal, days: limit.count('days') },
    applies_to: limit.text('appliesTo') as TimeLimit['appliesTo'],
    unit: limit.text('unit') as TimeLimit['unit'],
  }));
}

/** Headings that are not here yet; one of a hub that does not tell its name bears its code until another does. */
async function nameCategories(tx: SqlRunner, items: readonly ToldPayload[]): Promise<void> {
  const names = new Map(
    items.map((item) => [item.text('category'), item.has('categoryName') ? item.text('categoryName') : null]),
  );
  const rows = [...names].map(([code, name]) => ({ code, name: name ?? code }));
  await tx.$queryRawUnsafe(
    `insert into catalogue.category as kept (code, name)
     select code, name from jsonb_to_recordset($1::jsonb) as given (code text, name text)
     on conflict (code) do update set name = excluded.name where kept.name = kept.code and excluded.name <> kept.name
     returning 1`,
    JSON.stringify(rows),
  );
}

/** Takes away the items of editions but those named, with what can not be shown without its item. */
export async function dropItems(
  tx: SqlRunner,
  catalogueIds: readonly string[],
  kept: readonly string[],
): Promise<void> {
  const gone = `select i.id from jsonb_array_elements_text($1::jsonb) as edition (id)
    join catalogue.catalogue_item i on i.catalogue_id = edition.id
    where i.id not in (select id from jsonb_array_elements_text($2::jsonb) as kept (id))`;
  const given = [JSON.stringify(catalogueIds), JSON.stringify(kept)];
  for (const [table, column] of [
    ['disclosure_duty', 'item_id'],
    ['failure_notice_item', 'item_id'],
    ['catalogue_item', 'id'],
  ] as const) {
    await tx.$queryRawUnsafe(`delete from catalogue.${table} where ${column} in (${gone}) returning 1`, ...given);
  }
}
