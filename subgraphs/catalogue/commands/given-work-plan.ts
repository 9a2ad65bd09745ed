import type { CivilDate } from '../../../core/civil-date.ts';
import type { MetricOperator } from '../rules/task-metric.ts';
import type { PlanInput, TaskInput } from '../rules/work-plan-input.ts';

type Optional<Value> = Value | null | undefined;

interface GivenMetric {
  readonly name: string;
  readonly operator: MetricOperator;
  readonly target: number;
  readonly unit?: Optional<string>;
  readonly period?: Optional<string>;
}

interface GivenTask {
  readonly number: number;
  readonly section?: Optional<string>;
  readonly summary: string;
  readonly leaderRoles?: Optional<readonly string[]>;
  readonly units: readonly { readonly name: string; readonly isCooperating?: Optional<boolean> }[];
  readonly dueOn?: Optional<CivilDate>;
  readonly dueText?: Optional<string>;
  readonly metric?: Optional<GivenMetric>;
  readonly prerequisite?: Optional<string>;
  readonly upstreamDocument?: Optional<string>;
  readonly filing?: Optional<{ readonly to: string; readonly dueOn: CivilDate }>;
}

/** A work plan as its author hands it in. */
export interface IssueWorkPlanInput {
  readonly issuer: string;
  readonly title: string;
  readonly year: number;
  readonly basisDocumentNumber?: Optional<string>;
  readonly issuedOn: CivilDate;
  readonly tasks: readonly GivenTask[];
}

/** The same with what was left out as null. */
export interface GivenPlan extends PlanInput {
  readonly tasks: readonly WholeTask[];
}

/** A task of it. */
export interface WholeTask extends TaskInput {
  readonly units: readonly { readonly name: string; readonly isCooperating: boolean }[];
  readonly metric: {
    readonly name: string;
    readonly operator: MetricOperator;
    readonly target: number;
    readonly unit: string | null;
    readonly period: string | null;
  } | null;
}

/** Reads what was left out as null. */
export function givenPlan({ title, year, basisDocumentNumber, issuedOn, tasks }: IssueWorkPlanInput): GivenPlan {
  return { title, year, basisDocumentNumber: basisDocumentNumber ?? null, issuedOn, tasks: tasks.map(wholeTask) };
}

function wholeTask({ number, summary, units, metric, ...task }: GivenTask): WholeTask {
  return {
    number,
    summary,
    section: task.section ?? null,
    leaderRoles: task.leaderRoles ?? [],
    units: units.map(({ name, isCooperating }) => ({ name, isCooperating: isCooperating ?? false })),
    dueOn: task.dueOn ?? null,
    dueText: task.dueText ?? null,
    metric: metric == null ? null : { ...metric, unit: metric.unit ?? null, period: metric.period ?? null },
    prerequisite: task.prerequisite ?? null,
    upstreamDocument: task.upstreamDocument ?? null,
    filing: task.filing ?? null,
  };
}
