import type { Lane } from '../feed/lanes.ts';
import { heldNaming } from '../feed/held.ts';
import { applyEntries, REFERENCES } from './appliers.ts';
import { LaneMoved } from './landing.ts';
import { note, type Pulling } from './pulling.ts';
import { changeLane, isAtSamePlace, lockLane } from '../feed/lanes.ts';

/** So many entries are applied at once. */
const ENTRIES_AT_ONCE = 500;

/**
 * Applies entries once more that name others: the files of a snapshot are sorted by id, so what they name may have come
 * after them. They are read from this hub's own log, and written nowhere but in the owners' rows.
 */
export async function applyReferencesAgain(pulling: Pulling, standing: Lane, at: string): Promise<Lane> {
  const { pool, shore, authority, stopping } = pulling;
  let lane =
    standing.snapshot?.subject === 'REFERENCES'
      ? standing
      : await note(pulling, { snapshot: { at, subject: 'REFERENCES', offset: 0 } });
  for (;;) {
    stopping.throwIfAborted();
    const after = lane.snapshot?.offset ?? 0;
    const held = await heldNaming(pool, authority.region, { members: REFERENCES, after, first: ENTRIES_AT_ONCE });
    const last = held.at(-1);
    if (last === undefined) return lane;
    const snapshot = { at, subject: 'REFERENCES', offset: last.position } as const;
    lane = await shore.transact(async (tx) => {
      const now = await lockLane(tx, authority.region);
      if (now === null || !isAtSamePlace(now, lane)) throw new LaneMoved(authority.region);
      await applyEntries(tx, held, { lines: noFile });
      return changeLane(tx, authority.region, { snapshot }, shore.clock.now());
    });
  }
}

function noFile(path: string): never {
  throw new Error(`${path}: the entry was applied before, and needs no file now.`);
}
