import type { WorkTaskUnit } from '../store/supervised.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { builder } from '../builder.ts';
import { lookBackStageOf, metricOf, stateOfTask, stateOfUnit, type TaskWithUnits } from '../store/task-standing.ts';
import { isCollective } from '../rules/unit-name.ts';
import { lookBacksOfTasks, progressOfTasks } from '../store/work-tasks.ts';
import { LookBackStage, MetricOperator, TaskState, TaskUnitRole } from './supervision-enums.ts';
import { LookBackType, TaskProgressType } from './task-records.ts';

/** A task as it stands on a day. */
export interface TaskOn {
  readonly task: TaskWithUnits;
  readonly on: CivilDate;
}

type Metric = NonNullable<ReturnType<typeof metricOf>>;

const TaskMetric = builder.objectRef<Metric>('TaskMetric').implement({
  description: 'What of a task can be counted (考核指标), such as sittings that the public attends: at least 1 a year.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What is counted, in Chinese.' }),
    operator: t.field({ type: MetricOperator, description: 'How it is compared.', resolve: (one) => one.operator }),
    target: t.exposeFloat('target', { description: 'The value that is asked for, in `unit`.' }),
    unit: t.exposeString('unit', { nullable: true, description: 'In what it is counted, such as 类; null: pieces.' }),
    period: t.exposeString('period', {
      nullable: true,
      description: 'Over which time, such as 年; null: the whole of the plan.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'How far it has come in all by the newest report; null when none gave a value.',
    }),
    isMet: t.exposeBoolean('isMet', { description: 'Whether that meets it.' }),
  }),
});

const TaskFiling = builder.objectRef<TaskOn['task'] & { readonly filingTo: string }>('TaskFiling').implement({
  description: 'With whom the result of a task is filed (备案).',
  fields: (t) => ({
    to: t.exposeString('filingTo', { description: 'The body that it is filed with.' }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day on which the filing is in time.',
      resolve: ({ filingDueOn }) => filingDueOn,
    }),
    filedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was filed; null while it is not. The task is not complete before.',
      resolve: ({ filedOn }) => filedOn,
    }),
  }),
});

const TaskUnit = builder.objectRef<TaskOn & { readonly part: WorkTaskUnit }>('TaskUnit').implement({
  description: 'A unit that a task is given to, and where its part stands.',
  fields: (t) => ({
    unit: t.string({
      description: 'The one name of the unit: 办公室 and 局办公室 of a bureau are the same.',
      resolve: ({ part }) => part.unit,
    }),
    nameAsWritten: t.string({ description: 'As the plan writes it.', resolve: ({ part }) => part.nameAsWritten }),
    role: t.field({ type: TaskUnitRole, description: 'What part it has.', resolve: ({ part }) => part.role }),
    isCollective: t.boolean({
      description: 'True for a whole class of bodies, such as 各医疗卫生单位, which report together here.',
      resolve: ({ part }) => isCollective(part.unit),
    }),
    completedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day on which it reported its part as complete; null when it has not.',
      resolve: ({ part }) => part.completedOn,
    }),
    state: t.field({
      type: TaskState,
      description: 'Where its part stands on the day asked about.',
      resolve: ({ part, task, on }) => stateOfUnit(task, part, on).state,
    }),
    isLate: t.boolean({
      description: 'Whether it completed its part after the due day.',
      resolve: ({ part, task, on }) => stateOfUnit(task, part, on).isLate,
    }),
  }),
});

export const WorkTask = builder.objectRef<TaskOn>('WorkTask').implement({
  description: 'A task of a work plan (重点任务), as it stands on the day asked about. For staff.',
  fields: (t) => ({
    id: t.id({ description: 'A global id.', resolve: ({ task }) => task.id }),
    number: t.int({ description: 'The number in the plan, from 1.', resolve: ({ task }) => task.number }),
    section: t.string({ nullable: true, description: 'The heading above it.', resolve: ({ task }) => task.section }),
    summary: t.string({ description: 'What is to be done.', resolve: ({ task }) => task.summary }),
    leaderRoles: t.stringList({
      description: 'The leaders in charge (责任领导) by role or pseudonym, never by name.',
      resolve: ({ task }) => task.leaderRoles,
    }),
    units: t.field({
      type: [TaskUnit],
      description: 'The units that it is given to, in the order of the plan.',
      resolve: ({ task, on }) => task.units.map((part) => ({ part, task, on })),
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is completed in time; a new one when its prerequisite came late.',
      resolve: ({ task }) => task.dueOn,
    }),
    dueText: t.string({
      nullable: true,
      description: "The same as the plan words it, such as 2018年11月底: a month's end is its last day.",
      resolve: ({ task }) => task.dueText,
    }),
    metric: t.field({
      type: TaskMetric,
      nullable: true,
      description: 'What of it is counted; null when nothing is.',
      resolve: ({ task }) => metricOf(task),
    }),
    filing: t.field({
      type: TaskFiling,
      nullable: true,
      description: 'With whom the result is filed; null when with nobody.',
      resolve: ({ task }) => (task.filingTo === null ? null : { ...task, filingTo: task.filingTo }),
    }),
  }),
});

builder.objectFields(WorkTask, (t) => ({
  prerequisite: t.string({
    nullable: true,
    description: 'What must happen first, in the words of the plan; null when nothing must (rule U7).',
    resolve: ({ task }) => task.prerequisite,
  }),
  prerequisiteMetOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'When that happened; null while it has not.',
    resolve: ({ task }) => task.prerequisiteMetOn,
  }),
  prerequisiteDocument: t.string({
    nullable: true,
    description: 'The document by which it happened.',
    resolve: ({ task }) => task.prerequisiteDocument,
  }),
  upstreamDocument: t.string({
    nullable: true,
    description: "The number of the superior's document that it carries out.",
    resolve: ({ task }) => task.upstreamDocument,
  }),
  state: t.field({
    type: TaskState,
    description: 'Where it stands on the day asked about; COMPLETED once every unit completed its part.',
    resolve: ({ task, on }) => stateOfTask(task, on).state,
  }),
  completedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'When the last unit completed its part; null while any has not.',
    resolve: ({ task }) => stateOfTask(task, null).completedOn,
  }),
  isLate: t.boolean({
    description: 'Whether it was completed after its due day.',
    resolve: ({ task, on }) => stateOfTask(task, on).isLate,
  }),
}));

builder.objectFields(WorkTask, (t) => ({
  progress: t.field({
    type: [TaskProgressType],
    description: 'What the units reported, the newest first; at most 100 reports.',
    resolve: ({ task }, _args, context) => progressOfTasks(context).load(task.id),
  }),
  lookBacks: t.field({
    type: [LookBackType],
    description: 'The checks after its year, the first one first.',
    resolve: ({ task }, _args, context) => lookBacksOfTasks(context).load(task.id),
  }),
  lookBackStage: t.field({
    type: LookBackStage,
    description: 'How far it has come today in the loop check, feedback, rectification, check again (rules U4, U5).',
    resolve: ({ task }, _args, context) => lookBackStageOf(context, task.id),
  }),
}));
