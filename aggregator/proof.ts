import type { ChangeSubject } from '../core/change.ts';
import type { Lane, Proof } from '../feed/lanes.ts';
import { standingOf } from '../feed/standing.ts';
import type { SubjectName, Standing } from '../feed/standing.ts';
import { compare, differences, isEqual } from './comparison.ts';
import { fetched, note, take, type Pulling } from './pulling.ts';
import { requireFewWithdrawn } from './quarantined.ts';
import type { CountyEntry } from './reach/county-hub.ts';
import { applyReferencesAgain } from './references.ts';

/** So many records are put right in one transaction. */
const RECORDS_AT_ONCE = 1_000;

/**
 * Proves that what is held is what the other hub has, at the place where the lane stands; what differs is put right from
 * there. What is here and no longer there is withdrawn, unless that would be more than the set share.
 *
 * @returns the lane with its proof, complete or not
 * @throws Quarantined MANY_WITHDRAWN; what was lacking is here by then, and nothing is withdrawn
 */
export async function prove(pulling: Pulling, standing: Lane): Promise<Lane> {
  const { cursor } = standing;
  if (cursor === null) throw new Error(`The lane of ${standing.region} stands nowhere yet.`);
  let repaired = 0;
  let subjects = await compare(pulling, cursor);
  const differing = subjects.filter((one) => !isEqual(one));
  if (differing.length > 0) {
    repaired = await putRight(pulling, standing, { cursor, subjects: differing.map(({ subject }) => subject) });
    subjects = await compare(pulling, cursor);
  }
  const at = pulling.shore.clock.now().toISOString();
  const proof: Proof = { cursor, at, isComplete: subjects.every(isEqual), repaired, subjects };
  const live = subjects.reduce((sum, { count }) => sum + count, 0);
  const settled = proof.isComplete ? { liveAtProof: live, withdrawnSince: 0, released: null } : {};
  return note(pulling, { proof, ...settled });
}

/** Puts right what differs; how many records that were. */
async function putRight(
  pulling: Pulling,
  standing: Lane,
  { cursor, subjects }: { readonly cursor: string; readonly subjects: readonly ChangeSubject[] },
): Promise<number> {
  let lane = standing;
  let repaired = 0;
  const extra: SubjectName[] = [];
  for (const subject of subjects) {
    for await (const { lacking, extra: gone } of differences(pulling, subject, cursor)) {
      lane = await repair(pulling, lane, lacking);
      repaired += lacking.length + gone.length;
      extra.push(...gone.map((subjectId) => ({ subject, subjectId })));
    }
  }
  const withdrawn = await withdraw(pulling, lane, extra);
  await applyReferencesAgain(pulling, withdrawn, cursor);
  await note(pulling, { snapshot: null });
  return repaired;
}

async function repair(pulling: Pulling, standing: Lane, entries: readonly CountyEntry[]): Promise<Lane> {
  let lane = standing;
  for (let at = 0; at < entries.length; at += RECORDS_AT_ONCE) {
    const some = await fetched(pulling, entries.slice(at, at + RECORDS_AT_ONCE));
    lane = await take(pulling, some, { manner: 'STATE', from: lane, placeOf: () => ({}) });
  }
  return lane;
}

/** Withdraws what the other hub no longer has, with the reason unknown. */
async function withdraw(pulling: Pulling, standing: Lane, extra: readonly SubjectName[]): Promise<Lane> {
  if (standing.released === null)
    requireFewWithdrawn(standing.withdrawnSince + extra.length, standing.liveAtProof, pulling.mostWithdrawn);
  let lane = standing;
  for (let at = 0; at < extra.length; at += RECORDS_AT_ONCE) {
    const held = await standingOf(pulling.sql, extra.slice(at, at + RECORDS_AT_ONCE));
    const gone = held.map((one) => tombstoneOf(one, pulling.shore.clock.now()));
    lane = await repair(pulling, lane, gone);
  }
  return lane;
}

/** Its id is made of that of the entry that it ends, so that it is the same whoever makes it. */
function tombstoneOf(held: Standing, now: Date): CountyEntry {
  const { subject, subjectId, originId, regionCode, publisherId, catalogueItemIds } = held;
  return {
    ...{ cursor: null, id: `${held.id}~gone`, kind: 'WITHDRAWN', subject, subjectId, occurredAt: now, originId },
    ...{ region: regionCode, publisher: publisherId, catalogueItems: catalogueItemIds },
    ...{ payload: { reason: null, note: null }, recordDigest: '' },
  };
}
