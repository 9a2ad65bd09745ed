import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { evidenceOf, stepsOfEvent, type OpinionStep as StepRow } from '../../store/opinion/steps.ts';
import { Evidence } from '../evidence.ts';
import { Institution } from '../references.ts';
import { OpinionStepKind } from './enums.ts';
import { OpinionEvent } from './opinion-event.ts';

/** A step, and whether whoever asks is staff of the region. */
type ShownStep = StepRow & { readonly isForStaff: boolean };

const OpinionStep = builder.objectRef<ShownStep>('OpinionStep').implement({
  description: 'A step in the handling of an opinion event.',
  fields: (t) => ({
    kind: t.expose('kind', { type: OpinionStepKind, description: 'What was done.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description:
        'The office that it was assigned or forwarded to, that was urged, or that was reported to; null for the rest.',
      resolve: ({ officeId }) => (officeId === null ? null : { id: officeId }),
    }),
    by: t.string({
      nullable: true,
      description: 'The account; only for staff of the region, null for everyone else.',
      resolve: ({ by, isForStaff }) => (isForStaff ? by : null),
    }),
    note: t.string({
      nullable: true,
      description: 'What was noted; only for staff of the region, null for everyone else and when nothing was.',
      resolve: ({ note, isForStaff }) => (isForStaff ? note : null),
    }),
    evidence: t.field({
      type: [Evidence],
      nullable: true,
      description: 'What proves it; only for staff of the region, null for everyone else.',
      resolve: (step) => (step.isForStaff ? [...evidenceOf(step)] : null),
    }),
  }),
});

builder.prismaObjectField(OpinionEvent, 'steps', (t) =>
  t.field({
    type: [OpinionStep],
    description: 'The steps that were taken, in their order (rules P5, P7).',
    resolve: async ({ id, regionCode }, _args, context) => {
      const isForStaff = isStaffOf(context.scope.viewer, regionCode);
      return (await stepsOfEvent(context, id)).map((step) => ({ ...step, isForStaff }));
    },
  }),
);
