import type { ChangeSubject } from '../core/change.ts';
import { heldCount } from '../feed/held.ts';
import type { Lane, SnapshotProgress } from '../feed/lanes.ts';
import { oneAhead } from './one-ahead.ts';
import { fetched, note, requireSameHub, take, type Fetched, type Pulling } from './pulling.ts';
import type { CountyEntry, Manifest } from './reach/county-hub.ts';
import { applyReferencesAgain } from './references.ts';

/** So many rows of files at most are taken in one transaction, where a single entry does not have more. */
const MOST_ROWS = 100_000;

/**
 * Takes the whole public state of the other hub, pinned to a place of its log, and goes on where an earlier try stopped.
 * Records that are here as they are there cost nothing. What is here and no longer there is left to the comparison.
 *
 * @returns the lane, standing at that place
 * @throws ReachProblem CURSOR_TRIMMED and CURSOR_FOREIGN when the place is none any more
 */
export async function takeSnapshot(pulling: Pulling, standing: Lane): Promise<Lane> {
  const manifest = await pulling.hub.manifest(standing.snapshot?.at ?? null);
  requireSameHub(standing, manifest.hub);
  let lane = await begun(pulling, standing, manifest);
  for (const { subject, count, digest } of filesFrom(pulling, manifest, lane.snapshot)) {
    if (count === 0) continue;
    const offset = offsetIn(lane.snapshot, subject);
    const expect = { count, digest };
    const parts = pulling.hub.records(subject, { at: manifest.cursor, offset, expect });
    for await (const part of oneAhead(partsOf(pulling, parts), ({ files }) => files.dispose())) {
      const snapshot = { at: manifest.cursor, subject, offset: part.offset };
      const placeOf = (index: number) => (index === part.entries.length - 1 ? { snapshot } : {});
      lane = await take(pulling, part, { manner: 'STATE', from: lane, placeOf });
      pulling.stopping.throwIfAborted();
    }
  }
  lane = await applyReferencesAgain(pulling, lane, manifest.cursor);
  const liveAtProof = await heldCount(pulling.pool, lane.region);
  return note(pulling, { cursor: manifest.cursor, snapshot: null, state: 'TAIL', liveAtProof, withdrawnSince: 0 });
}

function begun(pulling: Pulling, lane: Lane, { hub, cursor }: Manifest): Promise<Lane> {
  const [subject = 'REFERENCES'] = pulling.subjects;
  const snapshot = lane.snapshot ?? { at: cursor, subject, offset: 0 };
  return note(pulling, { state: 'SNAPSHOT', hubId: hub, snapshot, head: cursor });
}

function offsetIn(progress: SnapshotProgress | null, subject: ChangeSubject): number {
  return progress?.subject === subject ? progress.offset : 0;
}

/** The files that are still to be taken. */
function filesFrom({ subjects }: Pulling, { files }: Manifest, progress: SnapshotProgress | null) {
  if (progress?.subject === 'REFERENCES') return [];
  // What is pulled may have been configured otherwise since; then it begins anew, and skips what is here.
  const from = progress === null ? 0 : Math.max(subjects.indexOf(progress.subject), 0);
  return subjects.slice(from).flatMap((subject) => files.filter((file) => file.subject === subject));
}

type Part = Fetched & {
  /** Up to which byte of the file the entries go; the start of the last part when it was divided. */
  readonly offset: number;
};

/** The parts of a file with what their entries need; such as are too heavy for one transaction are divided. */
async function* partsOf(
  pulling: Pulling,
  parts: AsyncIterable<{ readonly entries: readonly CountyEntry[]; readonly offset: number }>,
): AsyncGenerator<Part, void, void> {
  let before = 0;
  for await (const { entries, offset } of parts) {
    const divided = byWeight(entries);
    for (const [index, some] of divided.entries())
      yield { ...(await fetched(pulling, some)), offset: index === divided.length - 1 ? offset : before };
    before = offset;
  }
}

/** Entries in groups whose files have at most {@link MOST_ROWS} rows in all. */
function byWeight(entries: readonly CountyEntry[]): CountyEntry[][] {
  const groups: CountyEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const rows = typeof entry.payload['rows'] === 'number' ? entry.payload['rows'] : 0;
    const group = groups.at(-1);
    if (group === undefined || rows > room) {
      groups.push([entry]);
      room = MOST_ROWS;
    } else group.push(entry);
    room -= rows;
  }
  return groups;
}
