import type { WorkTaskUnit } from '../../../prisma/generated/catalogue/client/client.ts';
import { fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { lookBackStage, type LookBackStage } from '../rules/look-back.ts';
import { isMetricMet, type MetricOperator } from '../rules/task-metric.ts';
import { completionOf, taskFacts, taskState, type TaskDays, type TaskState } from '../rules/task-state.ts';
import type { CatalogueContext } from './database.ts';
import { lookBacksOfTasks, type TaskWithUnits } from './work-tasks.ts';

export type { TaskWithUnits } from './work-tasks.ts';

/** Where a task, or a unit's part in it, stands. */
interface Standing {
  readonly state: TaskState;
  readonly completedOn: CivilDate | null;
  readonly isLate: boolean;
}

/**
 * Where a task stands.
 *
 * @param on - the day asked about; null: however late
 */
export function stateOfTask(task: TaskWithUnits, on: CivilDate | null): Standing {
  return standingOf(task, task.units.map(completedOn), on);
}

/** Where one unit's part in a task stands on a day. */
export function stateOfUnit(task: TaskWithUnits, part: WorkTaskUnit, on: CivilDate): Standing {
  return standingOf(task, [completedOn(part)], on);
}

const END_OF_TIME = '9999-12-31' as CivilDate;

function standingOf(task: TaskWithUnits, completed: readonly (CivilDate | null)[], on: CivilDate | null): Standing {
  const days = daysOf(task);
  const state = taskState(taskFacts(days, completed, on ?? END_OF_TIME));
  const last = completionOf(completed);
  return { state, completedOn: last, isLate: state === 'COMPLETED' && last !== null && last > days.dueOn };
}

function daysOf({ dueOn, prerequisite, prerequisiteMetOn }: TaskWithUnits): TaskDays {
  return {
    dueOn: fromUtcMidnight(dueOn),
    hasPrerequisite: prerequisite !== null,
    prerequisiteMetOn: prerequisiteMetOn === null ? null : fromUtcMidnight(prerequisiteMetOn),
  };
}

function completedOn({ completedOn: day }: WorkTaskUnit): CivilDate | null {
  return day === null ? null : fromUtcMidnight(day);
}

/** What of a task is counted, how far it has come, and whether that is enough. */
export interface MetricStanding {
  readonly name: string;
  readonly operator: MetricOperator;
  readonly target: number;
  readonly unit: string | null;
  readonly period: string | null;
  readonly value: number | null;
  readonly isMet: boolean;
}

/** The metric of a task; null when it has none. */
export function metricOf(task: TaskWithUnits): MetricStanding | null {
  const { metricName: name, metricOperator: operator, metricTarget, metricUnit: unit, metricPeriod: period } = task;
  if (name === null || operator === null || metricTarget === null) return null;
  const target = Number(metricTarget);
  const value = task.metricValue === null ? null : Number(task.metricValue);
  return { name, operator, target, unit, period, value, isMet: isMetricMet({ operator, target }, value) };
}

/** How far a task has come in the loop of the look-back; batched. */
export async function lookBackStageOf(context: CatalogueContext, taskId: string): Promise<LookBackStage> {
  const newest = (await lookBacksOfTasks(context).load(taskId)).at(-1);
  return lookBackStage(
    newest === undefined ? null : { finding: newest.finding, isRectified: newest.rectifiedAt !== null },
  );
}
