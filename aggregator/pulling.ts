import type { ChangeSubject } from '../core/change.ts';
import type { SqlRunner } from '../core/sql.ts';
import { changeLane, type Lane, type LaneChange } from '../feed/lanes.ts';
import type { SqlPool } from '../feed/sql.ts';
import { filesFor } from './appliers.ts';
import { heldEntry, type Manner } from './accepted.ts';
import type { Authority } from './authority.ts';
import { landUpTo, type Shore } from './landing.ts';
import { Quarantined } from './quarantined.ts';
import type { CountyEntry, CountyHub } from './reach/county-hub.ts';
import { spoolFiles, type SpooledFiles } from './spooled-files.ts';

/** What it takes to pull from one hub. */
export interface Pulling {
  readonly hub: CountyHub;
  readonly shore: Shore;
  readonly pool: SqlPool;
  readonly sql: SqlRunner;
  readonly authority: Authority;
  /** What is pulled, in the order in which a snapshot takes it. */
  readonly subjects: readonly ChangeSubject[];
  /** The share of the records of a hub that it may withdraw between two comparisons without being asked. */
  readonly mostWithdrawn: number;
  /** Aborted when pulling is to end; it then ends after the transaction in hand. */
  readonly stopping: AbortSignal;
}

/** Entries with the files that they need, on disk. */
export interface Fetched {
  readonly entries: readonly CountyEntry[];
  readonly files: SpooledFiles;
}

/** Fetches what the entries need beside themselves. Whoever asked disposes of it. */
export async function fetched({ hub, sql, authority }: Pulling, entries: readonly CountyEntry[]): Promise<Fetched> {
  const held = entries.map((entry) => heldEntry(entry, authority.region, entry.id));
  return { entries, files: await spoolFiles(hub, await filesFor(sql, held)) };
}

/** Takes what was fetched over, and gives the disk space back. */
export async function take(
  { shore, authority }: Pulling,
  { entries, files }: Fetched,
  how: { readonly manner: Manner; readonly from: Lane; readonly placeOf: (index: number) => LaneChange },
): Promise<Lane> {
  try {
    const { manner, from, placeOf } = how;
    const load = { entries, manner, files, from, change: placeOf(entries.length - 1) };
    return await landUpTo(shore, authority, load, placeOf);
  } finally {
    await files.dispose();
  }
}

/** Notes where the lane stands, without taking anything. */
export function note({ sql, shore, authority }: Pulling, change: LaneChange): Promise<Lane> {
  return changeLane(sql, authority.region, change, shore.clock.now());
}

/**
 * The hub that answers must be the one that always did.
 *
 * @throws Quarantined HUB_CHANGED
 */
export function requireSameHub(lane: Lane, hub: string): void {
  if (lane.hubId === null || lane.hubId === hub || lane.released !== null) return;
  throw new Quarantined('HUB_CHANGED', `the hub ${lane.hubId}`, `the hub ${hub}`);
}
