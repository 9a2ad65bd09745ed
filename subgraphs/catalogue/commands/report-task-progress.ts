import { randomUUID } from 'node:crypto';
import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { progressRefusals, type ProgressInput, type ReportedTask } from '../rules/task-progress.ts';
import { canonicalUnitName } from '../rules/unit-name.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { lockTask, type LockedTask } from '../store/work-tasks.ts';
import { AUTHORS } from './authors.ts';
import { notFound, permittedTask } from './permitted-task.ts';

/** What a unit reports of a task. */
export interface ReportTaskProgressInput {
  readonly task: string;
  /** The unit's name, as the plan writes it or in its canonical form. */
  readonly unit: string;
  readonly note: string;
  readonly metricValue?: number | null | undefined;
  readonly filedOn?: CivilDate | null | undefined;
  readonly isComplete?: boolean | null | undefined;
  readonly evidenceUrl?: string | null | undefined;
}

/**
 * Records what a unit did for a task, and that its part is complete. A part is completed on the day of the report.
 *
 * @throws Refused when not permitted, when the task was not given to the unit, or for a report that rules refuse
 * @see rules U1, U4, U7
 */
export async function reportTaskProgress(
  given: ReportTaskProgressInput,
  context: CatalogueContext,
): Promise<LockedTask> {
  const { viewer } = context.scope;
  const input = wholeReport(given);
  return transact<Transaction, LockedTask>(context, async (tx) => {
    const task = await permittedTask(tx, viewer, input.task, AUTHORS);
    const unit = canonicalUnitName(input.unit, task.plan.issuer.name);
    const part = task.units.find((one) => one.unit === unit);
    if (part === undefined) throw new Refused([notFound('WorkTaskUnit', ['input', 'unit'], input.unit)]);
    // Read behind the lock, so that of two reports at once the later one is the newer one by the clock too.
    const now = context.clock.now();
    const today = civilDateOf(now);
    refuseIfAny(progressRefusals(input, knownOf(task, part.completedOn !== null), today));
    await keepReport(tx, { ...input, unit }, { now, by: viewer?.subject ?? '' });
    if (input.isComplete) {
      const where = { taskId_ordinal: { taskId: task.id, ordinal: part.ordinal } };
      await tx.workTaskUnit.update({ where, data: { completedOn: toUtcMidnight(today) } });
    }
    return (await lockTask(tx, task.id)) ?? task;
  });
}

type WholeReport = ReturnType<typeof wholeReport>;

function wholeReport({
  task,
  unit,
  note,
  ...given
}: ReportTaskProgressInput): ProgressInput & { task: string; unit: string } {
  const { metricValue = null, filedOn = null, evidenceUrl = null } = given;
  return { task, unit, note, metricValue, filedOn, evidenceUrl, isComplete: given.isComplete ?? false };
}

function knownOf(task: LockedTask, isCompleted: boolean): ReportedTask {
  const { metricOperator: operator, metricTarget, metricValue, filingTo, prerequisite, prerequisiteMetOn } = task;
  return {
    metric: operator === null || metricTarget === null ? null : { operator, target: Number(metricTarget) },
    metricValue: metricValue === null ? null : Number(metricValue),
    hasFiling: filingTo !== null,
    filedOn: dayOf(task.filedOn),
    waitsFor: prerequisiteMetOn === null ? prerequisite : null,
    isCompleted,
  };
}

async function keepReport(
  tx: Transaction,
  input: WholeReport,
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<void> {
  const { task: taskId, unit, note, metricValue, filedOn, isComplete, evidenceUrl } = input;
  const report = { id: randomUUID(), taskId, unit, note, metricValue, isComplete, evidenceUrl };
  await tx.taskProgress.create({ data: { ...report, reportedAt: now, reportedBy: by } });
  const changed = {
    ...(metricValue !== null && { metricValue }),
    ...(filedOn !== null && { filedOn: toUtcMidnight(filedOn) }),
  };
  await tx.workTask.update({ where: { id: taskId }, data: changed });
}

function dayOf(date: Date | null): CivilDate | null {
  return date === null ? null : fromUtcMidnight(date);
}
