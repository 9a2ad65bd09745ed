import type { QuarantineCode } from '../feed/lanes.ts';

/** The other hub gives reason to doubt it: nothing more is taken until an operator says so. */
export class Quarantined extends Error {
  override readonly name = 'Quarantined';
  readonly code: QuarantineCode;
  readonly expected: string;
  readonly got: string;

  constructor(code: QuarantineCode, expected: string, got: string) {
    super(`${code}: expected ${expected}; got ${got}.`);
    this.code = code;
    this.expected = expected;
    this.got = got;
  }
}

/** Fewer withdrawals than this are never too many. */
const ALWAYS_ALLOWED = 5;

/**
 * Refuses to lose more of what is held than the set share at once.
 *
 * @param withdrawn - how many records would be withdrawn since the last comparison
 * @param live - how many were live then
 * @throws Quarantined MANY_WITHDRAWN
 */
export function requireFewWithdrawn(withdrawn: number, live: number, mostWithdrawn: number): void {
  const most = Math.max(ALWAYS_ALLOWED, Math.floor(live * mostWithdrawn));
  if (withdrawn <= most) return;
  throw new Quarantined(
    'MANY_WITHDRAWN',
    `at most ${String(most)} of ${String(live)} records withdrawn`,
    String(withdrawn),
  );
}
