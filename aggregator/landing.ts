import type { Clock } from '../core/clock.ts';
import type { SqlRunner } from '../core/sql.ts';
import { changeLane, isAtSamePlace, lockLane, type Lane, type LaneChange } from '../feed/lanes.ts';
import type { Log } from '../feed/log.ts';
import type { HeldEntry, HubFiles } from '../subgraphs/index.ts';
import { newAmong, type Manner } from './accepted.ts';
import { applyEntries } from './appliers.ts';
import type { Authority } from './authority.ts';
import { EntryRefused } from './entry-refused.ts';
import type { CountyEntry } from './reach/county-hub.ts';

/** What runs one transaction, READ COMMITTED; nothing of it stays when it throws. */
export type Transact = <Result>(work: (tx: SqlRunner) => Promise<Result>) => Promise<Result>;

/** Where what was pulled is written. */
export interface Shore {
  readonly log: Log;
  readonly clock: Clock;
  readonly transact: Transact;
}

/** Some entries, and where the lane stands once they are here. */
export interface Load {
  readonly entries: readonly CountyEntry[];
  readonly manner: Manner;
  readonly files: HubFiles;
  /** Where the lane stands before; nothing is done when it stands elsewhere by now. */
  readonly from: Lane;
  readonly change: LaneChange;
}

/** Another process has taken from the lane meanwhile; whoever finds so begins again from where it stands. */
export class LaneMoved extends Error {
  override readonly name = 'LaneMoved';
}

/**
 * Takes entries over, all of them or none: every owner's rows, the log and the place of the lane in one transaction.
 *
 * @returns the lane afterwards
 * @throws LaneMoved
 * @throws EntryRefused for an entry that may not be taken; other errors are of the database, or of an entry that can not
 *   be applied
 */
async function land({ log, clock, transact }: Shore, authority: Authority, load: Load): Promise<Lane> {
  const { region } = authority;
  const { lane, written } = await transact(async (tx) => {
    const standing = await lockLane(tx, region);
    if (standing === null || !isAtSamePlace(standing, load.from)) throw new LaneMoved(region);
    const held = await newAmong(tx, authority, load.entries, load.manner);
    await applyEntries(tx, held, load.files);
    const change = { ...load.change, ...counted(standing, held) };
    // The row of the lane before the log: nothing slow may follow the log's lock (`schema/FEED.md` §10.1).
    const lane = await changeLane(tx, region, change, clock.now());
    await log.append(tx, held);
    return { lane, written: held.length };
  });
  if (written > 0) log.wake();
  return lane;
}

function counted(lane: Lane, held: readonly HeldEntry[]): LaneChange {
  const withdrawn = held.filter(({ kind }) => kind === 'WITHDRAWN').length;
  return { taken: lane.taken + held.length, withdrawnSince: lane.withdrawnSince + withdrawn };
}

/**
 * Takes entries over in as few transactions as can be: when something among them can not be applied, what comes before it
 * is taken, and it alone is to blame.
 *
 * @param placeOf - where the lane stands when the load ends with the entry of that index
 */
export async function landUpTo(
  shore: Shore,
  authority: Authority,
  load: Load,
  placeOf: (index: number) => LaneChange,
): Promise<Lane> {
  try {
    return await land(shore, authority, load);
  } catch (error) {
    const [only] = load.entries;
    if (only === undefined || error instanceof LaneMoved || isOfDatabase(error)) throw error;
    if (load.entries.length === 1) {
      if (error instanceof EntryRefused) throw error;
      throw new EntryRefused(only, 'NOT_APPLICABLE', 'an entry as schema/FEED.md describes it', reasonOf(error));
    }
    const middle = load.entries.length >> 1;
    const first = { ...load, entries: load.entries.slice(0, middle), change: placeOf(middle - 1) };
    const from = await landUpTo(shore, authority, first, placeOf);
    const rest = { ...load, entries: load.entries.slice(middle), from };
    return landUpTo(shore, authority, rest, (index) => placeOf(middle + index));
  }
}

/** SQLSTATE classes that are no entry's fault: lost connections, conflicts, lack of room, shutdown, failures of the system. */
const OF_DATABASE = /^(?:08|40|53|55|57|58|XX)/;

function isOfDatabase(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return OF_DATABASE.test(code) || /^E[A-Z]+$/.test(code);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
