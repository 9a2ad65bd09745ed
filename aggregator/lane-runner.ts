import { setTimeout as pause } from 'node:timers/promises';
import { establishLane, readLanes, type Lane } from '../feed/lanes.ts';
import { LaneMoved } from './landing.ts';
import { takePages } from './pages.ts';
import { report, settle, type Backoff } from './outcome.ts';
import { note, type Pulling } from './pulling.ts';
import { pullRound } from './round.ts';

/** How often things are done, in milliseconds. */
export interface Rhythm extends Backoff {
  /** Between two comparisons while all goes well. */
  readonly proofMs: number;
  /** Between two looks whether an operator has released the lane. */
  readonly releaseMs: number;
}

export const RHYTHM: Rhythm = { proofMs: 600_000, firstRetryMs: 1_000, longestRetryMs: 30_000, releaseMs: 1_000 };

/** A hub to pull from, by the name that people know it by. */
export interface Source {
  readonly name: string;
  readonly pulling: Pulling;
}

/**
 * Keeps a lane level with its hub until stopped: a round, then live, and a round again when a comparison is due or the
 * connection broke. What fails is told, and tried again after a while; a lane in quarantine rests until it is released.
 */
export async function runLane(source: Source, rhythm: Rhythm): Promise<void> {
  const { pulling } = source;
  const { stopping } = pulling;
  while (!stopping.aborted) {
    const restMs = await turn(source, rhythm).catch((error: unknown) => {
      report({ level: 'error', lane: pulling.authority.region, error: String(error) });
      return rhythm.firstRetryMs;
    });
    if (restMs > 0) await pause(restMs, undefined, { signal: stopping }).catch(() => undefined);
  }
  await leave(pulling).catch(() => undefined);
}

/** Whoever is stopped is no longer level with anything. */
async function leave(pulling: Pulling): Promise<void> {
  const [lane] = await readLanes(pulling.sql, pulling.authority.region);
  if (lane?.state === 'LIVE') await note(pulling, { state: 'TAIL', levelAt: pulling.shore.clock.now() });
}

/** One turn, up to the next thing to wait for; for how long. */
async function turn({ name, pulling }: Source, rhythm: Rhythm): Promise<number> {
  const { sql, shore, authority, stopping } = pulling;
  const lane = await establishLane(sql, { region: authority.region, name, now: shore.clock.now() });
  if (lane.quarantine !== null) return rhythm.releaseMs;
  try {
    await live(pulling, await pullRound(pulling, lane), rhythm.proofMs);
    return 0;
  } catch (error) {
    if (stopping.aborted) return 0;
    if (error instanceof LaneMoved) return rhythm.firstRetryMs;
    return settle(pulling, lane, error, rhythm);
  }
}

/** Takes what comes as soon as the other hub tells of it, until a comparison is due. */
async function live(pulling: Pulling, standing: Lane, proofMs: number): Promise<void> {
  const { hub, stopping } = pulling;
  const due = AbortSignal.timeout(proofMs);
  const wakeUps = hub.wakeUps(standing.cursor ?? '', AbortSignal.any([stopping, due]))[Symbol.asyncIterator]();
  let lane = standing;
  try {
    for (let step = await wakeUps.next(); step.done !== true; step = await wakeUps.next())
      lane = await takePages(pulling, lane);
  } finally {
    // Whatever ends this ends the connection too.
    await wakeUps.return?.();
  }
}
