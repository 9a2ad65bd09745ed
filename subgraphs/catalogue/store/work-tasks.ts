import type {
  Institution,
  LookBack,
  TaskProgress,
  WorkPlan,
  WorkTask,
  WorkTaskUnit,
} from '../../../prisma/generated/catalogue/client/client.ts';
import { inGroups, inOrder, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext, Transaction } from './database.ts';

/** A task with the units that it is given to, in the order of the plan. */
export interface TaskWithUnits extends WorkTask {
  readonly units: readonly WorkTaskUnit[];
}

const units = { orderBy: { ordinal: 'asc' } } as const;

/** The tasks of plans in the order of their numbers; one statement, however many plans a request asks for. */
export function tasksOfPlans(context: CatalogueContext) {
  return perRequest(context, 'tasks of work plans', async (planIds: readonly string[]) => {
    const where = { planId: { in: [...planIds] } };
    const tasks = await context.db.workTask.findMany({ where, include: { units }, orderBy: { number: 'asc' } });
    return inGroups<TaskWithUnits>(planIds, tasks, (task) => task.planId);
  });
}

/** Tasks by their ids, batched. */
export function tasksById(context: CatalogueContext) {
  return perRequest(context, 'work tasks', async (ids: readonly string[]) => {
    const tasks = await context.db.workTask.findMany({ where: { id: { in: [...ids] } }, include: { units } });
    return inOrder<TaskWithUnits>(ids, tasks, (task) => task.id);
  });
}

/** The plans of tasks, batched. */
export function plansOfTasks(context: CatalogueContext) {
  return perRequest(context, 'plans of work tasks', async (ids: readonly string[]) => {
    const plans = await context.db.workPlan.findMany({ where: { id: { in: [...ids] } } });
    return inOrder<WorkPlan>(ids, plans, (plan) => plan.id);
  });
}

/** How many reports of a task are given at most. */
const MOST_REPORTS = 100;

/** The reports of tasks, the newest first; one statement, however many tasks a request asks for. */
export function progressOfTasks(context: CatalogueContext) {
  return perRequest(context, 'progress of work tasks', async (taskIds: readonly string[]) => {
    const rows = await context.db.$queryRaw<TaskProgress[]>`
      SELECT page.* FROM unnest(${taskIds}::text[]) AS task (id), LATERAL (
        SELECT id, task_id AS "taskId", unit, note, metric_value AS "metricValue", is_complete AS "isComplete",
               evidence_url AS "evidenceUrl", reported_at AS "reportedAt", reported_by AS "reportedBy"
          FROM catalogue.task_progress p WHERE p.task_id = task.id
         ORDER BY p.reported_at DESC, p.id DESC LIMIT ${MOST_REPORTS}) page
       ORDER BY page."reportedAt" DESC, page.id DESC`;
    return inGroups(taskIds, rows, (row) => row.taskId);
  });
}

/** The checks of tasks, the first one first; one statement, however many tasks a request asks for. */
export function lookBacksOfTasks(context: CatalogueContext) {
  return perRequest(context, 'look-backs of work tasks', async (taskIds: readonly string[]) => {
    const where = { taskId: { in: [...taskIds] } };
    const rows = await context.db.lookBack.findMany({ where, orderBy: { round: 'asc' } });
    return inGroups<LookBack>(taskIds, rows, (row) => row.taskId);
  });
}

/** A task with all that decides what may be done to it. */
export interface LockedTask extends TaskWithUnits {
  readonly plan: WorkPlan & { readonly issuer: Institution };
  /** The newest check only. */
  readonly lookBacks: readonly LookBack[];
}

/** A task that nobody else changes until the transaction ends; null when there is none. */
export async function lockTask(tx: Transaction, id: string): Promise<LockedTask | null> {
  await tx.$queryRaw`SELECT 1 FROM catalogue.work_task WHERE id = ${id} FOR UPDATE`;
  const newest = { orderBy: { round: 'desc' }, take: 1 } as const;
  const include = { units, plan: { include: { issuer: true } }, lookBacks: newest } as const;
  return tx.workTask.findUnique({ where: { id }, include });
}
