import { randomUUID } from 'node:crypto';
import type { WorkPlan } from '../store/supervised.ts';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { canonicalUnitName } from '../rules/unit-name.ts';
import { dueOnOfTask, planRefusals } from '../rules/work-plan-input.ts';
import type { CatalogueContext } from '../store/database.ts';
import { institutionOf, takenAsRefusal } from '../store/issuers.ts';
import { AUTHORS } from './authors.ts';
import { givenPlan, type IssueWorkPlanInput, type WholeTask } from './given-work-plan.ts';
import { notFound } from './permitted-task.ts';

/**
 * Issues a whole work plan with its tasks. For staff; the log is told nothing.
 *
 * @throws Refused when not permitted, when the issuer is unknown, or for input that rules refuse
 * @see rule U1
 */
export async function issueWorkPlan(input: IssueWorkPlanInput, context: CatalogueContext): Promise<WorkPlan> {
  const { db, scope, clock } = context;
  const plan = givenPlan(input);
  const issuer = await institutionOf(context, input.issuer);
  const now = clock.now();
  refuseIfAny([
    ...permissionRefusals(scope.viewer, AUTHORS, issuer?.regionCode ?? null),
    ...planRefusals(plan, issuer?.name ?? null, civilDateOf(now)),
    ...(issuer === null ? [notFound('Institution', ['input', 'issuer'], input.issuer)] : []),
  ]);
  const { title, year, basisDocumentNumber, issuedOn, tasks } = plan;
  const data = {
    id: randomUUID(),
    regionCode: issuer?.regionCode ?? '',
    issuerId: input.issuer,
    title: title.trim(),
    year,
    basisDocumentNumber,
    issuedOn: toUtcMidnight(issuedOn),
    recordedBy: scope.viewer?.subject ?? '',
    recordedAt: now,
    tasks: { create: tasks.map((task) => taskOf(task, issuer?.name ?? '')) },
  };
  const repeated: Refusal = { code: 'VALUE_REPEATED', path: ['input', 'title'], got: title.slice(0, 100) };
  return takenAsRefusal(db.workPlan.create({ data }), repeated);
}

function taskOf(task: WholeTask, issuerName: string) {
  const { number, section, summary, leaderRoles, dueText, units, metric, filing } = task;
  const dueOn = dueOnOfTask(task);
  if (dueOn === null) throw new RangeError('Expected a task whose due day was checked.');
  return {
    id: randomUUID(),
    ...{ number, section, summary: summary.trim(), dueText },
    leaderRoles: [...leaderRoles],
    dueOn: toUtcMidnight(dueOn),
    metricName: metric?.name ?? null,
    metricOperator: metric?.operator ?? null,
    metricTarget: metric?.target ?? null,
    metricUnit: metric?.unit ?? null,
    metricPeriod: metric?.period ?? null,
    prerequisite: task.prerequisite,
    upstreamDocument: task.upstreamDocument,
    filingTo: filing?.to ?? null,
    filingDueOn: midnightOf(filing?.dueOn ?? null),
    units: {
      create: units.map(({ name, isCooperating }, ordinal) => ({
        ordinal,
        nameAsWritten: name,
        unit: canonicalUnitName(name, issuerName),
        role: isCooperating ? ('COOPERATING' as const) : ('LEAD' as const),
      })),
    },
  };
}

function midnightOf(day: CivilDate | null): Date | null {
  return day === null ? null : toUtcMidnight(day);
}
