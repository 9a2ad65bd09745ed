import type { LookBack, TaskProgress } from '../store/supervised.ts';
import { builder } from '../builder.ts';
import { LookBackFinding } from './supervision-enums.ts';

export const TaskProgressType = builder.objectRef<TaskProgress>('TaskProgress').implement({
  description: 'What a unit reported of a task of a work plan. For staff.',
  fields: (t) => ({
    unit: t.exposeString('unit', { description: 'The unit, by its canonical name.' }),
    note: t.exposeString('note', { description: 'What was done, in words.' }),
    metricValue: t.float({
      nullable: true,
      description: 'How far the metric had come in all; null when the report did not say.',
      resolve: ({ metricValue }) => (metricValue === null ? null : Number(metricValue)),
    }),
    isComplete: t.exposeBoolean('isComplete', { description: "Whether it reported the unit's part as complete." }),
    evidenceUrl: t.exposeString('evidenceUrl', { nullable: true, description: 'Where the evidence stands.' }),
    reportedAt: t.field({
      type: 'DateTime',
      description: 'When it was reported, by the clock of the hub.',
      resolve: ({ reportedAt }) => reportedAt,
    }),
    reportedBy: t.exposeString('reportedBy', { description: 'The account, never a name.' }),
  }),
});

export const LookBackType = builder.objectRef<LookBack>('LookBack').implement({
  description:
    'One check of a task after its year (回头看), with what had to be put right and whether it was. For staff.',
  fields: (t) => ({
    round: t.exposeInt('round', { description: 'Which check of the task it is, counted from 1.' }),
    finding: t.field({ type: LookBackFinding, description: 'What it found.', resolve: ({ finding }) => finding }),
    note: t.exposeString('note', { description: 'The finding in words, as fed back to the unit (反馈).' }),
    checkedAt: t.field({ type: 'DateTime', description: 'When it was checked.', resolve: (one) => one.checkedAt }),
    checkedBy: t.exposeString('checkedBy', { description: 'The account of the checker, never a name.' }),
    rectifyBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day on which it is put right in time; null when nothing is to be put right.',
      resolve: ({ rectifyBy }) => rectifyBy,
    }),
    rectifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was reported as put right (整改); null while it is not.',
      resolve: ({ rectifiedAt }) => rectifiedAt,
    }),
    rectificationNote: t.exposeString('rectificationNote', {
      nullable: true,
      description: 'What was done about it, in words.',
    }),
    evidenceUrl: t.exposeString('evidenceUrl', {
      nullable: true,
      description: 'Where the evidence of that stands.',
    }),
  }),
});
