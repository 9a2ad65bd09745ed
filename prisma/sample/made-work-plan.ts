import { civilDate } from '../../core/civil-date.ts';
import type { FoundMetric, FoundTask, FoundWorkPlan } from './found.ts';

/** The work plan as the shared data has it. */
export interface SharedWorkPlan {
  readonly issuer: string;
  readonly issuedOn: string;
  readonly basis: string;
  readonly tasks: readonly SharedTask[];
}

interface SharedTask {
  readonly no: number;
  readonly section: string;
  readonly summary: string;
  readonly leaders: readonly string[];
  readonly units: readonly string[];
  readonly due: string;
  readonly dueText: string;
  readonly cooperate?: readonly string[];
  readonly metric?: SharedMetric;
  readonly blockedUntil?: string;
  readonly upstreamDoc?: string;
  readonly filing?: { readonly to: string; readonly due: string };
}

interface SharedMetric {
  readonly name: string;
  readonly op: string;
  readonly value: number;
  readonly unit?: string;
  readonly period?: string;
}

/** The committed file of the plan, as it follows from the shared data: its tasks, without its duties of support. */
export function workPlanOf({ issuer, issuedOn, basis, tasks }: SharedWorkPlan): FoundWorkPlan {
  return { issuer, issuedOn: civilDate(issuedOn), basisDocumentNumber: basis, tasks: tasks.map(taskOf) };
}

function taskOf(task: SharedTask): FoundTask {
  const { no, section, summary, leaders, units, due, dueText, cooperate = [], metric, filing } = task;
  return {
    number: no,
    section,
    summary,
    leaderRoles: leaders,
    units: units.map((name) => ({ name, role: cooperate.includes(name) ? 'COOPERATING' : 'LEAD' })),
    dueOn: civilDate(due),
    dueText,
    metric: metric === undefined ? null : metricOf(metric),
    prerequisite: task.blockedUntil ?? null,
    upstreamDocument: task.upstreamDoc ?? null,
    filing: filing === undefined ? null : { to: filing.to, dueOn: civilDate(filing.due) },
  };
}

function metricOf({ name, op, value, unit, period }: SharedMetric): FoundMetric {
  const operator = op === '>=' ? 'AT_LEAST' : 'EXACTLY';
  return { name, operator, target: value, unit: unit ?? null, period: period ?? null };
}
