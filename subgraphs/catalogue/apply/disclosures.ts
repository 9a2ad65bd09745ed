import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { addRows, known, putRows, replaceRows } from './tables.ts';

/**
 * Takes over links, and how documents, price lists and answers read on their channels.
 *
 * The latter are followed by their own entries ({@link ../follow.ts}): what is not followed yet gets a row that is not
 * shown before it is, and one that is followed stays as it is. So it does not matter which comes first.
 */
export async function putDisclosures(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const given = entries.map((entry) => ({ entry, payload: ToldPayload.of(entry) }));
  const isLink = ({ payload }: Given) => payload.text('kind') === 'LINK';
  const links = given.filter(isLink);
  await putRows(
    tx,
    'disclosure',
    links.map((one) => ({ ...rowOf(one), withdrawn_at: null })),
  );
  await stand(tx, links);
  const others = given.filter((one) => !isLink(one));
  await addRows(
    tx,
    'disclosure',
    others.map((one) => ({ ...rowOf(one), withdrawn_at: one.entry.occurredAt })),
  );
  await putCopies(tx, given);
}

interface Given {
  readonly entry: HeldEntry;
  readonly payload: ToldPayload;
}

function rowOf({ entry, payload }: Given) {
  return {
    id: entry.subjectId,
    kind: payload.text('kind'),
    title: payload.text('title'),
    published_at: payload.text('publishedAt'),
    url: payload.textOrNull('url'),
    publisher_id: entry.publisherId,
    region_code: payload.textOrNull('region'),
    subject_id: payload.text('subject'),
    position: 0,
    is_sample: payload.flag('isSample'),
  };
}

/**
 * Lets links stand under the matters of their items. What stands already goes on: only a withdrawal ends it, since a
 * revision leaves out the items of editions that are in force no longer.
 */
async function stand(tx: SqlRunner, links: readonly Given[]): Promise<void> {
  const rows = links.map(({ entry, payload }) => ({
    id: entry.subjectId,
    region: payload.textOrNull('region'),
    at: entry.occurredAt,
    publishedAt: payload.text('publishedAt'),
    items: payload.texts('items'),
  }));
  await tx.$queryRawUnsafe(
    `insert into catalogue.disclosed_period (matter_id, disclosure_id, since)
     select distinct i.matter_id, given.id,
            case when exists (select from catalogue.disclosed_period p where p.disclosure_id = given.id and p.until is not null)
                 then given.at else given."publishedAt" end
       from jsonb_to_recordset($1::jsonb) as given (id text, region text, at timestamptz, "publishedAt" timestamptz, items jsonb)
       cross join lateral jsonb_array_elements_text(given.items) as item (id)
       join catalogue.catalogue_item i on i.id = item.id
       join catalogue.catalogue c on c.id = i.catalogue_id and c.region_code = given.region
      where not exists (select from catalogue.disclosed_period p
                         where p.matter_id = i.matter_id and p.disclosure_id = given.id and p.until is null)
     on conflict (matter_id, disclosure_id, since) do update set until = null
     returning 1`,
    JSON.stringify(rows),
  );
}

/** Puts the copies in place of those that are here, and begins or ends the conflict between them. */
async function putCopies(tx: SqlRunner, given: readonly Given[]): Promise<void> {
  const rows = given.flatMap(({ entry, payload }) =>
    payload.inners('copies').map((copy) => ({
      disclosure_id: entry.subjectId,
      channel: copy.text('channel'),
      url: copy.textOrNull('url'),
      sha256: copy.text('sha256'),
      // Of a hub that does not tell, when it last changed.
      recorded_at: copy.has('recordedAt') ? copy.text('recordedAt') : entry.occurredAt.toISOString(),
      recorded_by: '',
    })),
  );
  const parents = given.map(({ entry }) => entry.subjectId);
  await replaceRows(tx, 'channel_copy', { parents, rows });
  await settleConflicts(
    tx,
    given.map(({ entry, payload }) => ({
      id: entry.subjectId,
      since: payload.textOrNull('conflictSince'),
      at: entry.occurredAt,
    })),
  );
}

interface Settled {
  readonly id: string;
  /** Since when the copies differ; null when they do not. */
  readonly since: string | null;
  readonly at: Date;
}

async function settleConflicts(tx: SqlRunner, settled: readonly Settled[]): Promise<void> {
  const given = JSON.stringify(settled);
  await tx.$queryRawUnsafe(
    `update catalogue.channel_conflict c set until = given.at
       from jsonb_to_recordset($1::jsonb) as given (id text, since timestamptz, at timestamptz)
      where c.disclosure_id = given.id and c.until is null and c.since is distinct from given.since returning 1`,
    given,
  );
  await tx.$queryRawUnsafe(
    `insert into catalogue.channel_conflict as kept (disclosure_id, since)
     select id, since from jsonb_to_recordset($1::jsonb) as given (id text, since timestamptz) where since is not null
     on conflict (disclosure_id, since) do update set until = null where kept.until is not null returning 1`,
    given,
  );
}

/**
 * Withdraws links: what stood keeps its days for coverage in the past. Of documents, price lists and answers nothing is
 * said any more how they read on their channels; they themselves end by their own entries.
 */
export async function dropDisclosures(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const given = JSON.stringify(entries.map(({ subjectId, occurredAt }) => ({ id: subjectId, at: occurredAt })));
  const from = `jsonb_to_recordset($1::jsonb) as given (id text, at timestamptz)`;
  await tx.$queryRawUnsafe(
    `update catalogue.disclosure d set withdrawn_at = given.at from ${from}
      where d.id = given.id and d.kind = 'LINK' and d.withdrawn_at is null returning 1`,
    given,
  );
  await tx.$queryRawUnsafe(
    `update catalogue.disclosed_period p set until = d.withdrawn_at
       from ${from} join catalogue.disclosure d on d.id = given.id and d.kind = 'LINK'
      where p.disclosure_id = d.id and p.until is null returning 1`,
    given,
  );
  for (const table of ['channel_copy', 'channel_conflict']) {
    await tx.$queryRawUnsafe(
      `delete from catalogue.${table} t using ${from} join catalogue.disclosure d on d.id = given.id and d.kind <> 'LINK'
        where t.disclosure_id = d.id returning 1`,
      given,
    );
  }
}

/**
 * Takes over links that came and went within the same entries and were never here: the days on which they stood count
 * for the past.
 *
 * @param passing - the last state of each disclosure that stood, and the tombstones
 */
export async function passDisclosures(
  tx: SqlRunner,
  { stood, gone }: { readonly stood: readonly HeldEntry[]; readonly gone: readonly HeldEntry[] },
): Promise<void> {
  const ids = new Set(gone.map(({ subjectId }) => subjectId));
  const here = await known(tx, 'disclosure', [...ids]);
  const passed = stood.filter(({ subjectId }) => ids.has(subjectId) && !here.has(subjectId));
  if (passed.length === 0) return;
  await putDisclosures(tx, passed);
  await dropDisclosures(tx, gone);
}
