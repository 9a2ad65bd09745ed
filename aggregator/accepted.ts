import type { SqlRunner } from '../core/sql.ts';
import { knownEntries, standingOf, type KnownEntry, type Standing } from '../feed/standing.ts';
import type { HeldEntry } from '../subgraphs/index.ts';
import { keyOf, namedBy, requireAuthority, type Authority } from './authority.ts';
import { EntryRefused } from './entry-refused.ts';
import type { CountyEntry } from './reach/county-hub.ts';

/**
 * How entries came. HISTORY: in the order of the other log, where an entry that is here has taken effect. STATE: the
 * latest of each subject, from an export; what is here already may have come and gone, or be just that.
 */
export type Manner = 'HISTORY' | 'STATE';

/**
 * What of some entries is new here, in their order, as it is to be applied and written.
 *
 * An entry keeps its id. Only where the state that it tells of comes back after it was here and gone (a record that was
 * lost there and restored), the id of the second writing names the position that it goes on from: an id occurs once in a
 * log (`schema/FEED.md` §1.7).
 *
 * @throws EntryRefused for the first that may not be taken
 */
export async function newAmong(
  tx: SqlRunner,
  authority: Authority,
  entries: readonly CountyEntry[],
  manner: Manner,
): Promise<readonly HeldEntry[]> {
  const known = await knownEntries(
    tx,
    entries.map(({ id }) => id),
  );
  const names = new Map(entries.flatMap(namedBy).map((name) => [keyOf(name), name]));
  const standing = new Map<string, Pick<Standing, 'lane' | 'regionCode' | 'kind' | 'digest' | 'position'>>(
    (await standingOf(tx, [...names.values()])).map((one) => [keyOf(one), one]),
  );
  const accepted: HeldEntry[] = [];
  for (const entry of entries) {
    const { region } = authority;
    const before = known.get(entry.id);
    if (before !== undefined && !isSameEntry(entry, before, { region, manner }))
      throw new EntryRefused(entry, 'ENTRY_ID_TAKEN', 'an id of its own', `that of ${keyOf(before)}`);
    const there = standing.get(keyOf(entry));
    if (manner === 'HISTORY' ? before !== undefined : there !== undefined && isSameState(entry, there, region))
      continue;
    requireAuthority(entry, authority, standing);
    const id = before === undefined ? entry.id : `${entry.id}~${String((there ?? before).position)}`;
    accepted.push(heldEntry(entry, region, id));
    const { kind, recordDigest: digest } = entry;
    standing.set(keyOf(entry), {
      lane: region,
      regionCode: entry.region,
      kind,
      digest,
      position: there?.position ?? 0,
    });
  }
  return accepted;
}

/**
 * An entry never changes: what comes under a known id is what is known. A state that is put right may differ from what lies
 * here under its id, for that is why it is put right.
 */
function isSameEntry(
  entry: CountyEntry,
  known: KnownEntry,
  { region, manner }: { readonly region: string; readonly manner: Manner },
): boolean {
  if (known.lane !== region) return false;
  const isSame = keyOf(known) === keyOf(entry) && known.digest === entry.recordDigest && known.kind === entry.kind;
  return isSame || manner === 'STATE';
}

function isSameState(entry: CountyEntry, there: Pick<Standing, 'lane' | 'kind' | 'digest'>, region: string): boolean {
  if (there.lane !== region) return false;
  const [isGone, isGoneThere] = [entry.kind === 'WITHDRAWN', there.kind === 'WITHDRAWN'];
  return isGone || isGoneThere ? isGone && isGoneThere : entry.recordDigest === there.digest;
}

/** An entry of another hub as this one holds it. */
export function heldEntry(entry: CountyEntry, lane: string, id: string): HeldEntry {
  const { kind, subject, subjectId, occurredAt, originId, region, publisher, catalogueItems, payload } = entry;
  const named = { id, originId, lane, kind, subject, subjectId, occurredAt };
  return { ...named, regionCode: region, publisherId: publisher, catalogueItemIds: catalogueItems, payload };
}
