import type { WorkPlan } from '../store/supervised.ts';
import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { publisherOf } from '../store/institutions.ts';
import { regionOf } from '../store/regions.ts';
import { stateOfTask } from '../store/task-standing.ts';
import { planOn, plansOn } from '../store/work-plans.ts';
import { plansOfTasks, tasksOfPlans } from '../store/work-tasks.ts';
import { Institution } from './institution.ts';
import { Region } from './region.ts';
import { TaskState } from './supervision-enums.ts';
import { WorkTask } from './work-task.ts';

/** A plan, and the day on which its tasks are looked at. */
export interface PlanOn {
  readonly plan: WorkPlan;
  readonly on: CivilDate;
}

export const WorkPlanType = builder.objectRef<PlanOn>('WorkPlan').implement({
  description:
    'A work plan of a year (工作方案、工作要点): what a body set itself and its units to do for openness. For staff of its region and of regions above.',
  fields: (t) => ({
    id: t.id({ description: 'A global id.', resolve: ({ plan }) => plan.id }),
    title: t.string({ description: 'The title in Chinese.', resolve: ({ plan }) => plan.title }),
    year: t.int({ description: 'The year that it is for.', resolve: ({ plan }) => plan.year }),
    basisDocumentNumber: t.string({
      nullable: true,
      description: "The number of the superior's document that it carries out, such as 卫政办发〔2018〕116号.",
      resolve: ({ plan }) => plan.basisDocumentNumber,
    }),
    issuedOn: t.field({ type: 'Date', description: 'The day that it bears.', resolve: ({ plan }) => plan.issuedOn }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region whose plan it is.',
      resolve: ({ plan }, _args, context) => regionOf(context).load(plan.regionCode),
    }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'The body that issued it.',
      resolve: ({ plan }, _args, context) => publisherOf(context).load(plan.issuerId),
    }),
    isSample: t.boolean({
      description: 'True for a record made up as a sample; false for what stands in a public source.',
      resolve: ({ plan }) => plan.isSample,
    }),
    tasks: t.field({
      type: [WorkTask],
      args: { state: t.arg({ type: TaskState, description: 'Only tasks that stand so on the day asked about.' }) },
      description: 'Its tasks in the order of their numbers.',
      resolve: async ({ plan, on }, { state }, context) => {
        const tasks = await tasksOfPlans(context).load(plan.id);
        return tasks
          .filter((task) => state == null || stateOfTask(task, on).state === state)
          .map((task) => ({ task, on }));
      },
    }),
  }),
});

builder.objectField(WorkTask, 'plan', (t) =>
  t.field({
    type: WorkPlanType,
    nullable: true,
    description: 'The plan that it stands in.',
    resolve: async ({ task, on }, _args, context) => {
      const plan = await plansOfTasks(context).load(task.planId);
      return plan === null ? null : { plan, on };
    },
  }),
);

const WorkPlanConnection = connectionOf(builder, 'WorkPlan', WorkPlanType);
const on = {
  type: 'Date',
  description: 'The day on which the tasks are looked at, past or future; today when left out.',
} as const;

builder.queryFields((t) => ({
  workPlan: t.field({
    type: WorkPlanType,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a work plan.' }), on: t.arg(on) },
    description:
      'One work plan; null when there is none of that id. Only for EDITOR, REVIEWER, PUBLISHER and OPERATOR of its region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: (_root, { id, on: day }, context) => planOn(context, id, day ?? civilDateOf(context.clock.now())),
  }),
  workPlans: t.field({
    type: WorkPlanConnection,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ description: 'Only plans for this year.' }),
      on: t.arg(on),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'Work plans, the newest year first, then by region. Only for EDITOR, REVIEWER, PUBLISHER and OPERATOR of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: (_root, { region, year, on: day, ...page }, context) =>
      plansOn(
        context,
        { regionCode: region, year: year ?? null },
        { ...page, on: day ?? civilDateOf(context.clock.now()) },
      ),
  }),
}));
