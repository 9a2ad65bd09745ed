import type { ChangeSubject } from '../core/change.ts';
import type { SubjectDigest } from '../feed/digest.ts';
import { heldDigests, heldRanges, heldRecords } from '../feed/held.ts';
import type { KeyRange, KeyRangeDigest } from '../feed/key-ranges.ts';
import type { ProvenSubject } from '../feed/lanes.ts';
import type { Pulling } from './pulling.ts';
import type { CountyEntry } from './reach/county-hub.ts';

/** What of one subject kind differs: what is there and not so here, and the ids of what is here and no longer there. */
export interface Difference {
  readonly subject: ChangeSubject;
  readonly lacking: readonly CountyEntry[];
  readonly extra: readonly string[];
}

/** A stretch with at most so many records there is compared record by record. */
const FEW = 8;

/** Into so many stretches one is divided: more would say much of what is equal, fewer ask more often. */
const PARTS = 32;

/** Counts both sides at a place of the other log, of the subjects that are pulled. */
export async function compare(
  { hub, pool, authority, subjects }: Pulling,
  at: string,
): Promise<readonly ProvenSubject[]> {
  const there = bySubject(await hub.digests(at));
  const here = bySubject(await heldDigests(pool, authority.region));
  return subjects.map((subject) => {
    const [counted, held] = [there.get(subject), here.get(subject)];
    if (counted === undefined || held === undefined) throw new Error(`No digest of ${subject}.`);
    return {
      ...{ subject, count: held.count, digest: held.digest },
      ...{ countThere: counted.count, digestThere: counted.digest },
    };
  });
}

/** Whether both sides of a comparison are equal. */
export function isEqual({ count, digest, countThere, digestThere }: ProvenSubject): boolean {
  return count === countThere && digest === digestThere;
}

function bySubject(digests: readonly SubjectDigest[]): ReadonlyMap<ChangeSubject, SubjectDigest> {
  return new Map(digests.map((one) => [one.subject, one]));
}

const EVERYTHING: KeyRange = { after: null, until: null };

/**
 * Finds what differs by dividing the ids of a subject kind: only the stretches whose digests differ are divided again, and
 * only few records come over in full.
 *
 * @param at - the place of the other log that both sides stand at
 */
export async function* differences(
  pulling: Pulling,
  subject: ChangeSubject,
  at: string,
): AsyncGenerator<Difference, void, void> {
  const open: KeyRange[] = [EVERYTHING];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const parts = await pulling.hub.keyRanges(at, subject, range, PARTS);
    const differing = await differingAmong(pulling, subject, parts);
    // What can be divided no further, because few are there, is compared even if many are here.
    const [small, large] = [differing.filter(isSmall), differing.filter((part) => !isSmall(part))];
    if (parts.length === 1) small.push(...large.splice(0));
    for (const part of small) yield await differenceIn(pulling, subject, { at, range: part });
    open.push(...large);
  }
}

function isSmall({ count }: KeyRangeDigest): boolean {
  return count <= FEW;
}

async function differingAmong(
  { pool, authority }: Pulling,
  subject: ChangeSubject,
  parts: readonly KeyRangeDigest[],
): Promise<readonly KeyRangeDigest[]> {
  const held = await heldRanges(pool, { lane: authority.region, subject }, parts);
  return parts.filter(({ count, digest }, index) => held[index]?.count !== count || held[index].digest !== digest);
}

async function differenceIn(
  { hub, pool, authority }: Pulling,
  subject: ChangeSubject,
  { at, range }: { readonly at: string; readonly range: KeyRange },
): Promise<Difference> {
  const held = await heldRecords(pool, { lane: authority.region, subject }, range);
  const digests = new Map(held.map(({ subjectId, digest }) => [subjectId, digest]));
  const lacking: CountyEntry[] = [];
  for await (const { entries } of hub.records(subject, { at, range })) {
    for (const entry of entries) {
      if (digests.get(entry.subjectId) !== entry.recordDigest) lacking.push(entry);
      digests.delete(entry.subjectId);
    }
  }
  return { subject, lacking, extra: [...digests.keys()] };
}
