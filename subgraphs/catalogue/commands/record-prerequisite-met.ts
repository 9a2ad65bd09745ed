import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { prerequisiteRefusals, type PrerequisiteInput } from '../rules/prerequisite.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { lockTask, type LockedTask } from '../store/work-tasks.ts';
import { AUTHORS } from './authors.ts';
import { permittedTask } from './permitted-task.ts';

/** That what a task waited for came. */
export interface RecordPrerequisiteMetInput extends Omit<PrerequisiteInput, 'dueOn'> {
  readonly task: string;
  readonly dueOn?: CivilDate | null | undefined;
}

/**
 * Records that what a task waited for came; the task's own time runs from then on.
 *
 * @throws Refused when not permitted, when the task waits for nothing, or without the new due day that is needed
 * @see rule U7
 */
export async function recordPrerequisiteMet(
  given: RecordPrerequisiteMetInput,
  context: CatalogueContext,
): Promise<LockedTask> {
  const input = { ...given, dueOn: given.dueOn ?? null };
  return transact<Transaction, LockedTask>(context, async (tx) => {
    const task = await permittedTask(tx, context.scope.viewer, input.task, AUTHORS);
    const known = {
      prerequisite: task.prerequisite,
      prerequisiteMetOn: task.prerequisiteMetOn === null ? null : fromUtcMidnight(task.prerequisiteMetOn),
      issuedOn: fromUtcMidnight(task.plan.issuedOn),
      dueOn: fromUtcMidnight(task.dueOn),
    };
    refuseIfAny(prerequisiteRefusals(input, known, civilDateOf(context.clock.now())));
    const data = {
      prerequisiteMetOn: toUtcMidnight(input.metOn),
      prerequisiteDocument: input.document.trim(),
      ...(input.dueOn !== null && { dueOn: toUtcMidnight(input.dueOn) }),
    };
    await tx.workTask.update({ where: { id: task.id }, data });
    return (await lockTask(tx, task.id)) ?? task;
  });
}
