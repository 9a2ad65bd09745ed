import type { Lane, LaneFault } from '../feed/lanes.ts';
import { EntryRefused } from './entry-refused.ts';
import { note, type Pulling } from './pulling.ts';
import { Quarantined } from './quarantined.ts';

/** After how long what failed is tried again, in milliseconds. */
export interface Backoff {
  readonly firstRetryMs: number;
  /** Twice as long after each further failure, up to this. */
  readonly longestRetryMs: number;
}

/**
 * Writes down why a try ended: a quarantine, or a fault that is tried again.
 *
 * @param lane - as it was when the try began
 * @returns how long to wait, in milliseconds
 */
export async function settle(pulling: Pulling, lane: Lane, error: unknown, backoff: Backoff): Promise<number> {
  const now = pulling.shore.clock.now();
  const { region } = pulling.authority;
  if (error instanceof Quarantined) {
    const { code, expected, got } = error;
    report({ level: 'error', lane: region, quarantine: code, expected, got });
    const quarantine = { code, expected, got, since: now.toISOString() };
    await note(pulling, { state: 'QUARANTINED', quarantine });
    return 0;
  }
  const times = (lane.fault?.times ?? 0) + 1;
  const restMs = Math.min(backoff.firstRetryMs * 2 ** (times - 1), backoff.longestRetryMs);
  const told = { ...toldOf(error), at: now.toISOString(), times };
  const fault: LaneFault = { ...told, retryAt: new Date(now.getTime() + restMs).toISOString() };
  const { code, message, entry } = fault;
  report({ level: 'error', lane: region, fault: code, message, entry, retryInMs: restMs });
  await note(pulling, { state: 'FAULTY', fault });
  return restMs;
}

/** What people are told of a failure. */
function toldOf(error: unknown): Pick<LaneFault, 'code' | 'message' | 'entry'> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  // Codes of the database are no words.
  const told = /^[A-Z][A-Z_]+$/.test(code) ? code : 'INTERNAL';
  return { code: told, message, entry: error instanceof EntryRefused ? error.entry : null };
}

/** Writes a line of the hub's own log. */
export function report(line: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(line));
}
