import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { inGroups } from '../../kit/per-request.ts';
import { limitFor } from '../rules/first-due.ts';
import type { TimeLimit } from '../rules/item-columns.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { putRows } from './tables.ts';

/** Takes over what must be disclosed; by whom it was recorded stays where it was. */
export async function putDuties(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const given = entries.map((entry) => ({ entry, payload: ToldPayload.of(entry) }));
  const untold = given.filter(({ payload }) => !payload.has('days'));
  const limits = await limitsOf(
    tx,
    untold.map(({ payload }) => payload.text('item')),
  );
  await putRows(
    tx,
    'disclosure_duty',
    given.map(({ entry, payload }) => ({
      ...rowOf(entry, payload),
      ...(payload.has('days')
        ? { days: payload.count('days'), unit: payload.text('unit') }
        : limitOf(payload, limits.get(payload.text('item')) ?? [])),
    })),
  );
}

function rowOf(entry: HeldEntry, payload: ToldPayload) {
  return {
    id: entry.subjectId,
    matter_id: payload.text('matter'),
    item_id: payload.text('item'),
    region_code: payload.text('region'),
    applies_to: payload.text('appliesTo'),
    title: payload.text('title'),
    arisen_on: payload.text('arisenOn'),
    due_on: payload.text('dueOn'),
    is_provisional: payload.flag('isProvisional'),
    discharged_at: payload.textOrNull('dischargedAt'),
    discharged_by_id: payload.has('dischargedBy') ? payload.textOrNull('dischargedBy') : null,
    recorded_by: '',
    recorded_at: entry.occurredAt,
    is_sample: payload.flag('isSample'),
    held_from: entry.lane,
  };
}

/** Of a hub that does not tell how long the time limit is: that of the item. */
function limitOf(payload: ToldPayload, limits: readonly TimeLimit[]) {
  const { days, unit } = limitFor(payload.text('appliesTo') as TimeLimit['appliesTo'], limits);
  return { days, unit };
}

async function limitsOf(tx: SqlRunner, itemIds: readonly string[]): Promise<ReadonlyMap<string, readonly TimeLimit[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<({ item: string } & TimeLimit)[]>(
    `select item_id as item, applies_to::text as "appliesTo", days, unit::text as unit from catalogue.time_limit
      where item_id in (select id from jsonb_array_elements_text($1::jsonb) as asked (id)) order by item_id, ordinal`,
    JSON.stringify(itemIds),
  );
  const groups = inGroups(itemIds, rows, ({ item }) => item);
  return new Map(itemIds.map((id, index) => [id, groups[index] ?? []]));
}

/** Takes away what was recorded in error. */
export async function dropDuties(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  await tx.$queryRawUnsafe(
    `delete from catalogue.disclosure_duty d using jsonb_array_elements_text($1::jsonb) as gone (id) where d.id = gone.id returning 1`,
    JSON.stringify(entries.map(({ subjectId }) => subjectId)),
  );
}
