import { setTimeout as pause } from 'node:timers/promises';
import { establishLane, type Lane, type LaneFault } from '../feed/lanes.ts';
import { EntryRefused } from './entry-refused.ts';
import { LaneMoved } from './landing.ts';
import { takePages } from './pages.ts';
import { note, type Pulling } from './pulling.ts';
import { Quarantined } from './quarantined.ts';
import { pullRound } from './round.ts';

/** How often things are done, in milliseconds. */
export interface Rhythm {
  /** Between two comparisons while all goes well. */
  readonly proofMs: number;
  /** After the first failure; twice as long after each further one. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
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
  const { stopping } = source.pulling;
  while (!stopping.aborted) {
    const restMs = await turn(source, rhythm).catch((error: unknown) => {
      report({ level: 'error', lane: source.pulling.authority.region, error: String(error) });
      return rhythm.firstRetryMs;
    });
    if (restMs > 0) await pause(restMs, undefined, { signal: stopping }).catch(() => undefined);
  }
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
  let lane = standing;
  try {
    const wakeUps = hub.wakeUps(lane.cursor ?? '', AbortSignal.any([stopping, due]))[Symbol.asyncIterator]();
    for (let step = await wakeUps.next(); step.done !== true; step = await wakeUps.next())
      lane = await takePages(pulling, lane);
  } catch (error) {
    if (!due.aborted) throw error;
  }
}

/** Writes down what went wrong; how long to wait. */
async function settle(pulling: Pulling, lane: Lane, error: unknown, rhythm: Rhythm): Promise<number> {
  const now = pulling.shore.clock.now();
  const { region } = pulling.authority;
  if (error instanceof Quarantined) {
    const { code, expected, got } = error;
    report({ level: 'error', lane: region, quarantine: code, expected, got });
    await note(pulling, { state: 'QUARANTINED', quarantine: { code, expected, got, since: now.toISOString() } });
    return 0;
  }
  const times = (lane.fault?.times ?? 0) + 1;
  const restMs = Math.min(rhythm.firstRetryMs * 2 ** (times - 1), rhythm.longestRetryMs);
  const told = { ...toldOf(error), at: now.toISOString(), times };
  const fault: LaneFault = { ...told, retryAt: new Date(now.getTime() + restMs).toISOString() };
  report({
    level: 'error',
    lane: region,
    fault: fault.code,
    message: fault.message,
    entry: fault.entry,
    retryInMs: restMs,
  });
  await note(pulling, { state: 'FAULTY', fault });
  return restMs;
}

/** What people are told of a failure. */
function toldOf(error: unknown): Pick<LaneFault, 'code' | 'message' | 'entry'> {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL';
  const message = error instanceof Error ? error.message : String(error);
  return { code, message, entry: error instanceof EntryRefused ? error.entry : null };
}

function report(line: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(line));
}
