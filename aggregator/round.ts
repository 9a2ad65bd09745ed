import type { Lane } from '../feed/lanes.ts';
import { takePages } from './pages.ts';
import { prove } from './proof.ts';
import { note, requireSameHub, type Pulling } from './pulling.ts';
import { Quarantined } from './quarantined.ts';
import { ReachProblem } from './reach/county-hub.ts';
import { takeSnapshot } from './snapshot.ts';

/** Both sides were compared, and what differs could not be put right. */
class ProofFailed extends Error {
  override readonly name = 'ProofFailed';
  readonly code = 'PROOF_FAILED';
}

/**
 * One round: the public state of the other hub where nothing is here yet, what came after, and the proof that both are
 * equal.
 *
 * @returns the lane, level with the other log
 * @throws Quarantined, ReachProblem, EntryRefused, LaneMoved, ProofFailed
 */
export async function pullRound(pulling: Pulling, standing: Lane): Promise<Lane> {
  const level = await catchUp(pulling, standing);
  const reached = await atPlace(pulling, level, (at) => prove(pulling, at));
  // Where the history went while it was compared, the state was taken anew, and is to be proven yet.
  const lane = reached.proof?.cursor === reached.cursor ? reached : await prove(pulling, reached);
  if (lane.proof?.isComplete === true) return note(pulling, { state: 'LIVE', fault: null });
  const differing = lane.proof?.subjects.filter((one) => one.digest !== one.digestThere).map(({ subject }) => subject);
  throw new ProofFailed(`Expected equal digests; got others of ${differing?.join(', ') ?? 'all'}.`);
}

/** Takes what came since, from the live state on. */
function catchUp(pulling: Pulling, standing: Lane): Promise<Lane> {
  return atPlace(pulling, standing, async (lane) => {
    const isNew = lane.cursor === null || lane.snapshot !== null || lane.state === 'WAITING';
    return takePages(pulling, isNew ? await takeSnapshot(pulling, lane) : lane);
  });
}

/**
 * Does something from the place where the lane stands. When the other log no longer reaches back to it, the state is taken
 * anew; when it is a place of no such log, that is a reason to doubt the hub.
 */
async function atPlace(pulling: Pulling, lane: Lane, work: (lane: Lane) => Promise<Lane>): Promise<Lane> {
  try {
    return await work(lane);
  } catch (error) {
    if (!(error instanceof ReachProblem)) throw error;
    const isForeign = error.code === 'CURSOR_FOREIGN' || error.code === 'CURSOR_INVALID';
    if (isForeign && lane.released === null) {
      const answering = await pulling.hub.manifest(null).catch(() => null);
      if (answering !== null) requireSameHub(lane, answering.hub);
      throw new Quarantined('LOG_REPLACED', 'a log that goes on from where it was', `one that answers ${error.code}`);
    }
    if (!isForeign && error.code !== 'CURSOR_TRIMMED') throw error;
    return catchUp(pulling, await note(pulling, { snapshot: null, state: 'WAITING' }));
  }
}
