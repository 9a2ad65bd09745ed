import { refuseIfAny, Refused, type Refusal } from '../../../core/refusal.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { Transaction } from '../store/database.ts';
import { lockTask, type LockedTask } from '../store/work-tasks.ts';

/**
 * A task of a work plan that someone may change, locked until the transaction ends. Whoever is not permitted learns
 * nothing of its state.
 *
 * @throws Refused when not permitted, or when there is no such task
 */
export async function permittedTask(
  tx: Transaction,
  viewer: Viewer | null,
  id: string,
  roles: readonly Role[],
): Promise<LockedTask> {
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const task = await lockTask(tx, id);
  if (task === null) throw new Refused([notFound('WorkTask', ['input', 'task'], id)]);
  refuseIfAny(permissionRefusals(viewer, roles, task.plan.regionCode));
  return task;
}

/** Why nothing can be done: there is nothing of that kind and id. */
export function notFound(expected: string, path: readonly string[], id: string): Refusal {
  return { code: 'NOT_FOUND', path, expected, got: id.slice(0, 100) };
}
