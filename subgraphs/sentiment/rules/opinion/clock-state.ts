/** How a clock stands. */
export const CLOCK_STATES = ['RUNNING', 'MET', 'MET_LATE', 'BREACHED', 'DROPPED'] as const;
export type ClockStanding = (typeof CLOCK_STATES)[number];

/** When a clock ended, if it did. */
interface EndedClock {
  readonly dueAt: Date;
  readonly metAt: Date | null;
  readonly droppedAt: Date | null;
}

/** How a clock stands at an instant; what is done at the due instant is on time, and the clock is breached behind it. */
export function clockStanding({ dueAt, metAt, droppedAt }: EndedClock, now: Date): ClockStanding {
  if (droppedAt !== null) return 'DROPPED';
  if (metAt !== null) return metAt.getTime() > dueAt.getTime() ? 'MET_LATE' : 'MET';
  return now.getTime() > dueAt.getTime() ? 'BREACHED' : 'RUNNING';
}
