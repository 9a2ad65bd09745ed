import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import type { Role } from '../../../core/viewer.ts';
import { transact } from '../../kit/transact.ts';
import { lookBackRefusals, type Check, type LookBackInput } from '../rules/look-back.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { lockTask, type LockedTask } from '../store/work-tasks.ts';
import { permittedTask } from './permitted-task.ts';

/** A check as the checker records it. */
export interface RecordLookBackInput extends Omit<LookBackInput, 'rectifyBy'> {
  readonly task: string;
  readonly rectifyBy?: CivilDate | null | undefined;
}

const CHECKERS: readonly Role[] = ['REVIEWER', 'PUBLISHER'];

/**
 * Records the check of a task (回头看): the first one, or one again after what was wanting was put right.
 *
 * @throws Refused when not permitted, when the loop is not there, or for input that rules refuse
 * @see rules U4, U5
 */
export async function recordLookBack(input: RecordLookBackInput, context: CatalogueContext): Promise<LockedTask> {
  const { viewer } = context.scope;
  return transact<Transaction, LockedTask>(context, async (tx) => {
    const task = await permittedTask(tx, viewer, input.task, CHECKERS);
    const now = context.clock.now();
    const { finding, note, rectifyBy = null } = input;
    refuseIfAny(lookBackRefusals({ finding, note, rectifyBy }, newestCheck(task), civilDateOf(now)));
    await tx.lookBack.create({
      data: {
        id: randomUUID(),
        taskId: task.id,
        round: (task.lookBacks[0]?.round ?? 0) + 1,
        finding,
        note: note.trim(),
        checkedAt: now,
        checkedBy: viewer?.subject ?? '',
        rectifyBy: finding === 'DONE' || rectifyBy === null ? null : toUtcMidnight(rectifyBy),
      },
    });
    return (await lockTask(tx, task.id)) ?? task;
  });
}

/** The newest check of a task, as the loop looks at it. */
export function newestCheck({ lookBacks: [newest] }: LockedTask): Check | null {
  return newest === undefined ? null : { finding: newest.finding, isRectified: newest.rectifiedAt !== null };
}
