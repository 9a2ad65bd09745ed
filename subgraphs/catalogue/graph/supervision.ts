import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { totalOf, type RegionStanding } from '../rules/supervision.ts';
import { regionOf } from '../store/regions.ts';
import {
  standingsByRegion,
  standingsByUnit,
  supervisionOf,
  tasksOfUnit,
  type TaskScope,
  type UnitInScope,
} from '../store/supervision.ts';
import { Region } from './region.ts';
import { TaskState } from './supervision-enums.ts';
import { WorkTask } from './work-task.ts';

const counted = {
  overdueTasks: 'How many tasks are not completed though their due day is past (state OVERDUE).',
  waitingTasks: 'How many wait for their prerequisite, and so are never overdue (state WAITING, rule U7).',
  openTasks: 'How many are not completed and not yet due (state OPEN).',
  completedTasks: 'How many are completed by every unit, in time or late (state COMPLETED).',
  completedLateTasks: 'How many of the completed ones were completed after their due day.',
  reportsOverdue: 'How many half-year reports are late and not handed in, since the one of 2020 H2 (rule C14).',
  contactsOverdue:
    'How many health authorities of counties have no contact on the newest list that is late (due every 31 July, rule C15).',
  lookBacksOutstanding:
    'How many tasks of the plans of the year before were not found done by a look-back yet, together with those of earlier years that were found wanting and not found done since (rule U4).',
  rectificationsOverdue: 'How many of these were to be put right by a day that is past, and were not (rule U5).',
} as const;

const RegionSupervision = builder.objectRef<RegionStanding>('RegionSupervision').implement({
  description: 'How far one region by itself is behind on a day, without those below it.',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region.',
      resolve: ({ regionCode }, _args, context) => regionOf(context).load(regionCode),
    }),
    overdueTasks: t.exposeInt('overdue', { description: counted.overdueTasks }),
    waitingTasks: t.exposeInt('waiting', { description: counted.waitingTasks }),
    openTasks: t.exposeInt('open', { description: counted.openTasks }),
    completedTasks: t.exposeInt('completed', { description: counted.completedTasks }),
    completedLateTasks: t.exposeInt('completedLate', { description: counted.completedLateTasks }),
    reportsOverdue: t.exposeInt('reportsOverdue', { description: counted.reportsOverdue }),
    contactsOverdue: t.exposeInt('contactsOverdue', { description: counted.contactsOverdue }),
    lookBacksOutstanding: t.exposeInt('lookBacksOutstanding', { description: counted.lookBacksOutstanding }),
    rectificationsOverdue: t.exposeInt('rectificationsOverdue', { description: counted.rectificationsOverdue }),
  }),
});

const UnitSupervision = builder.objectRef<UnitInScope>('UnitSupervision').implement({
  description: "How a unit stands with the parts of tasks that its region's plans gave to it.",
  fields: (t) => ({
    unit: t.exposeString('unit', { description: 'The one name of the unit, such as 局办公室.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region whose plans gave it tasks.',
      resolve: ({ regionCode }, _args, context) => regionOf(context).load(regionCode),
    }),
    overdue: t.exposeInt('overdue', { description: 'How many of its parts are OVERDUE.' }),
    waiting: t.exposeInt('waiting', { description: 'How many are WAITING; never overdue (rule U7).' }),
    open: t.exposeInt('open', { description: 'How many are OPEN.' }),
    completed: t.exposeInt('completed', { description: 'How many are COMPLETED, in time or late.' }),
    completedLate: t.exposeInt('completedLate', { description: 'How many of these were completed late.' }),
    tasks: t.field({
      type: [WorkTask],
      args: { state: t.arg({ type: TaskState, description: 'Only tasks in which its own part stands so.' }) },
      description: 'The tasks, by due day.',
      resolve: async (unit, { state }, context) => {
        const tasks = await tasksOfUnit(context, unit, state ?? null);
        return tasks.map((task) => ({ task, on: unit.scope.on }));
      },
    }),
  }),
});

const UnitSupervisionConnection = connectionOf(builder, 'UnitSupervision', UnitSupervision);

const SupervisionTotal = builder.objectRef<Omit<RegionStanding, 'regionCode'>>('SupervisionTotal').implement({
  description: 'How far a region and those below it are behind on a day, all together.',
  fields: (t) => ({
    overdueTasks: t.exposeInt('overdue', { description: counted.overdueTasks }),
    waitingTasks: t.exposeInt('waiting', { description: counted.waitingTasks }),
    openTasks: t.exposeInt('open', { description: counted.openTasks }),
    completedTasks: t.exposeInt('completed', { description: counted.completedTasks }),
    completedLateTasks: t.exposeInt('completedLate', { description: counted.completedLateTasks }),
    reportsOverdue: t.exposeInt('reportsOverdue', { description: counted.reportsOverdue }),
    contactsOverdue: t.exposeInt('contactsOverdue', { description: counted.contactsOverdue }),
    lookBacksOutstanding: t.exposeInt('lookBacksOutstanding', { description: counted.lookBacksOutstanding }),
    rectificationsOverdue: t.exposeInt('rectificationsOverdue', { description: counted.rectificationsOverdue }),
  }),
});

const Supervision = builder.objectRef<TaskScope>('Supervision').implement({
  description: 'Who is behind with what they must do for openness, in a region and those below it, on a day.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day asked about.', resolve: ({ on }) => on }),
    total: t.field({
      type: SupervisionTotal,
      description: 'All regions together.',
      resolve: async (scope, _args, context) => totalOf(await standingsByRegion(context, scope)),
    }),
    byRegion: t.field({
      type: [RegionSupervision],
      description:
        'Each region that has tasks to do, reports or contacts to hand in, or look-backs to make, by its code.',
      resolve: (scope, _args, context) => standingsByRegion(context, scope),
    }),
    byUnit: t.field({
      type: UnitSupervisionConnection,
      args: { first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
      description:
        'Each unit that plans gave tasks to (责任单位), those with the most overdue ones first, then by region and name.',
      resolve: (scope, page, context) => standingsByUnit(context, scope, page),
    }),
  }),
});

builder.queryField('supervision', (t) =>
  t.field({
    type: Supervision,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about, past or future; today when left out.' }),
      year: t.arg.int({ description: 'Only tasks of plans for this year; of all years when left out.' }),
    },
    description:
      'Who is overdue, by unit and by region. Only for EDITOR, REVIEWER, PUBLISHER and OPERATOR of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: (_root, { region, on, year }, context) =>
      supervisionOf(context, { regionCode: region, on: on ?? civilDateOf(context.clock.now()), year: year ?? null }),
  }),
);
