import { CHANNELS } from '../../../core/channel.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { RESPONSE_KINDS } from '../rules/opinion/statement.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { remove, upsert, type HeldTable } from '../../kit/held-table.ts';

const TABLE: HeldTable = {
  name: 'sentiment.opinion_response',
  key: { id: 'text' },
  columns: {
    ...{ event_id: 'text', kind: 'sentiment.response_kind', body: 'text' },
    ...{ channels: 'sentiment.channel[]', published_at: 'timestamptz', is_sample: 'boolean' },
  },
  kept: { masked: 'jsonb', responded_by: 'text' },
};

const RUMOURS: HeldTable = {
  name: 'sentiment.rumour',
  key: { id: 'text' },
  columns: { event_id: 'text', claim: 'text', refuted_by_id: 'text' },
  kept: { recorded_at: 'timestamptz', recorded_by: 'text' },
};

/**
 * Takes over statements, and the rumours that they refute, of which nothing is public but through them. The event that one
 * answers must be here.
 *
 * @returns the ids of the events that they answer, or answered
 */
export async function applyOpinionResponses(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  const told = entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(toldOf);
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN').map(({ subjectId: id }) => ({ id }));
  const rumours = told.flatMap((one) => one.rumours);
  const rows = told.map(({ row }) => row);
  const ids = entries.map(({ subjectId }) => subjectId);
  const before = await tx.$queryRawUnsafe<{ event_id: string }[]>(
    'select event_id from sentiment.opinion_response where id = any($1::text[])',
    ids,
  );
  await removeRumours(tx, ids, rumours);
  await upsert(tx, TABLE, rows);
  await upsert(tx, RUMOURS, rumours);
  await remove(tx, TABLE, gone);
  return [...new Set([...before, ...rows].map((row) => row.event_id))];
}

function toldOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const [event, publishedAt] = [told.text('event'), told.instant('publishedAt')];
  const refutes = told.inners('refutes').map((one) => ({ id: one.text('id'), claim: one.text('claim') }));
  const about = { event_id: event, refuted_by_id: entry.subjectId, recorded_by: '' };
  return {
    row: {
      ...{ id: entry.subjectId, event_id: event, kind: told.oneOf('kind', RESPONSE_KINDS), body: told.text('body') },
      ...{ channels: told.manyOf('channels', CHANNELS), published_at: publishedAt, is_sample: told.flag('isSample') },
      ...{ masked: [], responded_by: '' },
    },
    // When a rumour was recorded is not told but for the order, and that the statement came after it.
    rumours: refutes.map(({ id, claim }, place) => {
      const recorded = new Date(publishedAt.getTime() - (refutes.length - place));
      return { ...about, id, claim, recorded_at: recorded };
    }),
  };
}

/** Removes the rumours that statements refuted before and refute no longer. */
async function removeRumours(
  tx: SqlRunner,
  responses: readonly string[],
  standing: readonly { readonly id: string }[],
): Promise<void> {
  await tx.$queryRawUnsafe(
    `delete from sentiment.rumour where refuted_by_id = any($1::text[]) and id not in (select unnest($2::text[])) returning 1`,
    [...responses],
    standing.map(({ id }) => id),
  );
}
