import type { ClockState } from './due-instants.ts';
import { reworkDeadline, type DeadlineKind, type ResponseDeadline, type Severity } from './response-deadline.ts';

/** A clock of an event, as far as a judgement looks at it. */
export interface StandingClock extends ClockState {
  readonly startedAt: Date;
  readonly rules: readonly string[];
}

/** What a judgement asks of an event, and what was done by then. */
export interface Owed {
  readonly severity: Severity;
  readonly deadlines: readonly ResponseDeadline[];
  /** What was done before any clock of it was set; it is not owed again. */
  readonly done: readonly DeadlineKind[];
}

/** How the clocks of an event change. */
export interface ClockChanges<Clock> {
  readonly dropped: readonly Clock[];
  readonly moved: readonly { readonly clock: Clock; readonly to: ResponseDeadline }[];
  /** Those that were dropped and bind again. */
  readonly resumed: readonly { readonly clock: Clock; readonly to: ResponseDeadline }[];
  readonly started: readonly ResponseDeadline[];
}

/**
 * How a judgement changes the clocks of an event. What binds no longer is dropped; what binds still is left alone, or
 * moved when it now ends at another instant; what binds newly is started, or resumed when it was dropped before, so that no
 * alarm is told twice. A clock that was met stays met, and what was done is not owed again.
 *
 * All is counted from the detection (an answer that is given anew: from the check that asked for it). So a severity that
 * is lowered a minute before the breach moves the clock on and no breach is ever told; a minute after it the breach was
 * told and stays told, and the clock runs on to its new end. One that is raised when the shorter time is over already
 * is breached at once: the time was over all along.
 *
 * @see rules P1, P2, P3
 */
export function clocksJudged<Clock extends StandingClock>(
  clocks: readonly Clock[],
  { severity, deadlines, done }: Owed,
): ClockChanges<Clock> {
  const standing = clocks.filter(({ droppedAt }) => droppedAt === null);
  const running = standing.filter(({ metAt }) => metAt === null);
  const bound = (kind: string) => deadlines.find((deadline) => deadline.kind === kind);
  const added = deadlines.filter(({ kind }) => !standing.some((clock) => clock.kind === kind) && !done.includes(kind));
  const resumed = added.flatMap((to) => {
    const clock = clocks.findLast(({ kind, startedAt }) => kind === to.kind && isSame(startedAt, to.startedAt));
    return clock === undefined ? [] : [{ clock, to }];
  });
  return {
    dropped: running.filter(({ kind }) => bound(kind) === undefined),
    moved: running.flatMap((clock) => {
      const first = bound(clock.kind);
      if (first === undefined) return [];
      const to = clock.round > 1 ? reworkDeadline(clock.startedAt, severity) : first;
      return endsAlike(clock, to) ? [] : [{ clock, to }];
    }),
    resumed,
    started: added.filter((deadline) => !resumed.some(({ to }) => to === deadline)),
  };
}

function endsAlike({ dueAt, rules }: StandingClock, to: ResponseDeadline): boolean {
  return isSame(dueAt, to.dueAt) && rules.join() === to.rules.join();
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}
