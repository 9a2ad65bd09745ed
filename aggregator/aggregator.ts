import type { Pool } from 'pg';
import { CHANGE_SUBJECTS } from '../core/change.ts';
import type { Clock } from '../core/clock.ts';
import { regionRange } from '../core/region-code.ts';
import { changeLane, establishLane, runnerOn, type Lane, type Quarantine } from '../feed/lanes.ts';
import type { Log } from '../feed/log.ts';
import type { County } from './counties.ts';
import { RHYTHM, runLane, type Rhythm } from './lane-runner.ts';
import { settle } from './outcome.ts';
import type { Pulling } from './pulling.ts';
import { Quarantined } from './quarantined.ts';
import { reachCounty, type CountyHub } from './reach/county-hub.ts';
import { pullRound } from './round.ts';
import { transactionsOn } from './transactions.ts';

/** What pulled entries are written to. */
export interface AggregatorGround {
  readonly database: { readonly pool: Pool };
  readonly log: Log;
  readonly clock: Clock;
}

/** A hub's pulling at work. */
export interface RunningAggregator {
  /** Ends after the transactions in hand. */
  close(): Promise<void>;
}

/** Pulls from all counties for as long as it runs, each on a lane of its own: what befalls one leaves the others alone. */
export function startAggregator(
  ground: AggregatorGround,
  counties: readonly County[],
  rhythm: Rhythm = RHYTHM,
): RunningAggregator {
  const stopping = new AbortController();
  const transact = transactionsOn(ground.database.pool);
  const lanes = counties.map((county) => {
    const hub = reachCounty(county);
    const pulling = pullingOf({ ground, county, hub, transact, stopping: stopping.signal });
    return { hub, ended: runLane({ name: county.name, pulling }, rhythm) };
  });
  return {
    close: async () => {
      stopping.abort();
      await Promise.all(lanes.map(({ ended }) => ended));
      await Promise.all(lanes.map(({ hub }) => hub.close()));
    },
  };
}

/**
 * Pulls one round from one county.
 *
 * @returns the lane, level and proven
 * @throws Quarantined when the lane is in quarantine, or is put into it now; otherwise what {@link pullRound} throws. Both are
 *   written down
 */
export async function pullOnce(ground: AggregatorGround, county: County): Promise<Lane> {
  const hub = reachCounty(county);
  try {
    const transact = transactionsOn(ground.database.pool);
    const pulling = pullingOf({ ground, county, hub, transact, stopping: new AbortController().signal });
    const { region, name } = county;
    const lane = await establishLane(pulling.sql, { region, name, now: ground.clock.now() });
    if (lane.quarantine !== null) throw quarantinedIn(lane.quarantine);
    await pullRound(pulling, lane).catch(async (error: unknown) => {
      await settle(pulling, lane, error, RHYTHM);
      throw error;
    });
    // Nobody listens for what comes next.
    return await changeLane(pulling.sql, region, { state: 'TAIL' }, ground.clock.now());
  } finally {
    await hub.close();
  }
}

function quarantinedIn({ code, expected, got }: Quarantine): Quarantined {
  return new Quarantined(code, expected, got);
}

function pullingOf({
  ground: { database, log, clock },
  county,
  hub,
  ...given
}: Pick<Pulling, 'stopping'> & {
  readonly ground: AggregatorGround;
  readonly county: County;
  readonly hub: CountyHub;
  readonly transact: Pulling['shore']['transact'];
}): Pulling {
  const { region, mostWithdrawn } = county;
  return {
    hub,
    shore: { log, clock, transact: given.transact },
    pool: database.pool,
    sql: runnerOn(database.pool),
    authority: { region, range: regionRange(region) },
    subjects: CHANGE_SUBJECTS.filter((subject) => county.subjects.includes(subject)),
    mostWithdrawn,
    stopping: given.stopping,
  };
}
