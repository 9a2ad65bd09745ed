import type { Lane, LaneChange } from '../feed/lanes.ts';
import { heldLiveAmong } from '../feed/held.ts';
import { fetched, note, requireSameHub, take, type Pulling } from './pulling.ts';
import { requireFewWithdrawn } from './quarantined.ts';
import type { ChangesPage, CountyEntry } from './reach/county-hub.ts';

/** So many entries are asked for at once. */
const ENTRIES_PER_PAGE = 500;

/**
 * Takes what came after the place where the lane stands, page by page, until it is level with the other log.
 *
 * @throws ReachProblem
 * @throws Quarantined HUB_CHANGED, MANY_WITHDRAWN
 */
export async function takePages(pulling: Pulling, standing: Lane): Promise<Lane> {
  const { hub, shore, stopping } = pulling;
  let lane = standing;
  for (;;) {
    stopping.throwIfAborted();
    const page = await hub.changes(lane.cursor, ENTRIES_PER_PAGE);
    requireSameHub(lane, page.hub);
    await requireFew(pulling, lane, page.entries);
    const level: LaneChange = page.hasMore ? {} : { levelAt: shore.clock.now() };
    const read: LaneChange = { ...level, cursor: page.endCursor, head: page.head };
    lane = page.entries.length === 0 ? await note(pulling, read) : await takePage(pulling, lane, page, read);
    if (!page.hasMore) return lane;
  }
}

async function takePage(pulling: Pulling, from: Lane, page: ChangesPage, read: LaneChange): Promise<Lane> {
  const placeOf = (index: number): LaneChange => {
    const entry = page.entries[index];
    return index === page.entries.length - 1 || entry === undefined ? read : { cursor: entry.cursor, head: page.head };
  };
  return take(pulling, await fetched(pulling, page.entries), { manner: 'HISTORY', from, placeOf });
}

/** Withdrawals of what the lane holds count against the guard; once released, until the next comparison, they do not. */
async function requireFew(
  { pool, mostWithdrawn }: Pulling,
  lane: Lane,
  entries: readonly CountyEntry[],
): Promise<void> {
  const withdrawals = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  if (withdrawals.length === 0 || lane.released !== null) return;
  const live = await heldLiveAmong(pool, lane.region, withdrawals);
  requireFewWithdrawn(lane.withdrawnSince + live, lane.liveAtProof, mostWithdrawn);
}
