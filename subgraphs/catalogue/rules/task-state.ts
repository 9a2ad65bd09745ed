import type { CivilDate } from '../../../core/civil-date.ts';

/** Where a task stands. */
export const TASK_STATES = ['OPEN', 'WAITING', 'OVERDUE', 'COMPLETED'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What is known of a task, or of one unit's part in it, on a day. */
export interface TaskFacts {
  readonly isCompleted: boolean;
  /** It has a prerequisite, and that was not met by the day. */
  readonly isWaiting: boolean;
  /** The day lies behind the last one on which completing it was in time. */
  readonly isPastDue: boolean;
}

/**
 * Where a task stands: what is completed stays so; what waits for a superior's document is never overdue, however late
 * it is; the due day itself is in time.
 *
 * @see rules U1, U7
 */
export function taskState({ isCompleted, isWaiting, isPastDue }: TaskFacts): TaskState {
  if (isCompleted) return 'COMPLETED';
  if (isWaiting) return 'WAITING';
  return isPastDue ? 'OVERDUE' : 'OPEN';
}

/** The days that decide where a task stands. */
export interface TaskDays {
  readonly dueOn: CivilDate;
  readonly hasPrerequisite: boolean;
  readonly prerequisiteMetOn: CivilDate | null;
}

/**
 * What is known on a day.
 *
 * @param completedOn - when each unit that is asked about completed its part; null for one that has not
 */
export function taskFacts(task: TaskDays, completedOn: readonly (CivilDate | null)[], on: CivilDate): TaskFacts {
  const { dueOn, hasPrerequisite, prerequisiteMetOn } = task;
  return {
    isCompleted: completedOn.every((day) => day !== null && day <= on),
    isWaiting: hasPrerequisite && (prerequisiteMetOn === null || prerequisiteMetOn > on),
    isPastDue: dueOn < on,
  };
}

/** When the last of the units completed its part; null while any has not. */
export function completionOf(completedOn: readonly (CivilDate | null)[]): CivilDate | null {
  let last: CivilDate | null = null;
  for (const day of completedOn) {
    if (day === null) return null;
    if (last === null || day > last) last = day;
  }
  return last;
}

/** How many tasks stand where. */
export interface TaskTally {
  readonly open: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly completed: number;
  /** Those of the completed ones that were completed after their due day. */
  readonly completedLate: number;
}

export const NO_TASKS: TaskTally = { open: 0, waiting: 0, overdue: 0, completed: 0, completedLate: 0 };
const COUNTED_AS = { OPEN: 'open', WAITING: 'waiting', OVERDUE: 'overdue', COMPLETED: 'completed' } as const;

/** So many tasks of which the same is known. */
export interface CountedTasks extends TaskFacts {
  /** Of completed ones: whether that was after the due day. */
  readonly isLate: boolean;
  readonly tasks: number;
}

/** The tally with more tasks counted. */
export function addTasks(tally: TaskTally, counted: CountedTasks): TaskTally {
  const counter = COUNTED_AS[taskState(counted)];
  const late = counter === 'completed' && counted.isLate ? counted.tasks : 0;
  return { ...tally, [counter]: tally[counter] + counted.tasks, completedLate: tally.completedLate + late };
}
