/** Runs something later, in milliseconds from now, unless it is cancelled before by calling what comes back. */
export type Timer = (ms: number, run: () => void) => () => void;

/** The longest that the machine's timers can wait at once. */
const LONGEST_MS = 2_147_483_647;

/** The machine's timers; a wait does not keep the process alive. A longer wait than they can hold ends early, so callers look at the clock again. */
export const machineTimer: Timer = (ms, run) => {
  const timeout = setTimeout(run, Math.min(ms, LONGEST_MS)).unref();
  return () => {
    clearTimeout(timeout);
  };
};
