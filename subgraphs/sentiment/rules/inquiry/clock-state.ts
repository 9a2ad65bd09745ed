/** How a clock of an inquiry stands. */
export const CLOCK_STATES = ['RUNNING', 'MET', 'MET_LATE', 'BREACHED', 'DROPPED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A clock as far as its state goes. */
export interface StatedClock {
  readonly dueAt: Date;
  readonly metAt: Date | null;
  readonly droppedAt: Date | null;
}

/** How a clock stands at an instant; what is done at the due instant is on time. @see rule P7 */
export function clockState({ dueAt, metAt, droppedAt }: StatedClock, now: Date): ClockState {
  if (metAt !== null) return metAt.getTime() <= dueAt.getTime() ? 'MET' : 'MET_LATE';
  if (droppedAt !== null) return 'DROPPED';
  return now.getTime() > dueAt.getTime() ? 'BREACHED' : 'RUNNING';
}
