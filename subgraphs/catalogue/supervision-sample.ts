import type { CatalogueSample, SampleWorkTask } from '../../prisma/sample/shapes.ts';
import { canonicalUnitName } from './rules/unit-name.ts';
import type { Transaction } from './store/database.ts';
import { fillTable } from './store/fill-table.ts';

/** Fills an empty database with the sample's work plans; the log is told nothing of them. */
export async function loadWorkPlans(tx: Transaction, { workPlans, institutions }: CatalogueSample): Promise<void> {
  const names = new Map(institutions.map(({ id, name }) => [id, name]));
  const plans = workPlans.map((plan) => ({ ...plan, tasks: undefined }));
  const tasks = workPlans.flatMap((plan) => plan.tasks.map((task) => rowOf(task, plan.id)));
  const units = workPlans.flatMap(({ issuerId, tasks: own }) =>
    own.flatMap((task) => unitsOf(task, names.get(issuerId) ?? '')),
  );
  await fillTable(tx, 'work_plan', plans);
  await fillTable(tx, 'work_task', tasks);
  await fillTable(tx, 'work_task_unit', units);
}

function rowOf(task: SampleWorkTask, planId: string) {
  const { id, number, section, summary, leaderRoles, dueOn, dueText, metric, filing } = task;
  return {
    ...{ id, planId, number, section, summary, leaderRoles, dueOn, dueText },
    prerequisite: task.prerequisite,
    upstreamDocument: task.upstreamDocument,
    metricName: metric?.name,
    metricOperator: metric?.operator,
    metricTarget: metric?.target,
    metricUnit: metric?.unit,
    metricPeriod: metric?.period,
    filingTo: filing?.to,
    filingDueOn: filing?.dueOn,
  };
}

function unitsOf({ id: taskId, units }: SampleWorkTask, issuerName: string) {
  return units.map(({ name, role }, ordinal) => {
    const unit = canonicalUnitName(name, issuerName);
    return { taskId, ordinal, nameAsWritten: name, unit, role };
  });
}
