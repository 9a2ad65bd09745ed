import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { rectificationRefusals } from '../rules/look-back.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { lockTask, type LockedTask } from '../store/work-tasks.ts';
import { AUTHORS } from './authors.ts';
import { permittedTask } from './permitted-task.ts';
import { newestCheck } from './record-look-back.ts';

/** What was done about what a check found wanting. */
export interface RecordRectificationInput {
  readonly task: string;
  readonly note: string;
  readonly evidenceUrl?: string | null | undefined;
}

/**
 * Records that what the newest check of a task found wanting was put right (整改); it is to be checked again.
 *
 * @throws Refused when not permitted, when nothing is to be put right, or for input that rules refuse
 * @see rule U5
 */
export async function recordRectification(
  input: RecordRectificationInput,
  context: CatalogueContext,
): Promise<LockedTask> {
  const { viewer } = context.scope;
  return transact<Transaction, LockedTask>(context, async (tx) => {
    const task = await permittedTask(tx, viewer, input.task, AUTHORS);
    const { note, evidenceUrl = null } = input;
    refuseIfAny(rectificationRefusals({ note, evidenceUrl }, newestCheck(task)));
    const data = {
      rectifiedAt: context.clock.now(),
      rectifiedBy: viewer?.subject ?? '',
      rectificationNote: note.trim(),
      evidenceUrl,
    };
    await tx.lookBack.update({ where: { id: task.lookBacks[0]?.id ?? '' }, data });
    return (await lockTask(tx, task.id)) ?? task;
  });
}
