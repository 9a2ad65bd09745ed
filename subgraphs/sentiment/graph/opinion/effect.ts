import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import {
  evaluationOfEvent,
  measuresOfEvent,
  type AccountabilityMeasure as MeasureRow,
  type EffectEvaluation as EvaluationRow,
} from '../../store/opinion/effects.ts';
import { Institution } from '../references.ts';
import { AccountabilityKind } from './enums.ts';
import { OpinionEvent } from './opinion-event.ts';

const EffectEvaluation = builder.objectRef<EvaluationRow>('EffectEvaluation').implement({
  description: 'How well the answer to an opinion event worked (效果评估); for staff only.',
  fields: (t) => ({
    handledWell: t.exposeBoolean('handledWell', { description: 'Whether it was handled with vigour (处置得力).' }),
    answeredFittingly: t.exposeBoolean('answeredFittingly', {
      description: 'Whether the answer was fitting (回应妥当).',
    }),
    reportedInTime: t.exposeBoolean('reportedInTime', { description: 'Whether it was reported in time (报告及时).' }),
    hadNegativeInfluence: t.exposeBoolean('hadNegativeInfluence', {
      description: 'Whether it had a great negative influence (较大负面影响).',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What was noted; null when nothing was.' }),
    evaluatedAt: t.expose('evaluatedAt', { type: 'DateTime', description: 'When it was evaluated.' }),
    evaluatedBy: t.exposeString('evaluatedBy', { description: 'The account.' }),
  }),
});

const AccountabilityMeasure = builder.objectRef<MeasureRow>('AccountabilityMeasure').implement({
  description: 'What an office was held to account by (问责) for an opinion event; for staff only.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the measure.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    kind: t.expose('kind', { type: AccountabilityKind, description: 'Circulated criticism or a talk.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    rectifyBy: t.expose('rectifyBy', {
      type: 'Date',
      nullable: true,
      description: 'The last day for putting it right; null when none was set.',
    }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When it was taken.' }),
    takenBy: t.exposeString('takenBy', { description: 'The account.' }),
  }),
});

builder.prismaObjectFields(OpinionEvent, (t) => ({
  evaluation: t.field({
    type: EffectEvaluation,
    nullable: true,
    description:
      'How well the answer worked; only for staff of the region, null for everyone else and until it is evaluated.',
    resolve: ({ id, regionCode }, _args, context) =>
      isStaffOf(context.scope.viewer, regionCode) ? evaluationOfEvent(context, id) : null,
  }),
  accountability: t.field({
    type: [AccountabilityMeasure],
    nullable: true,
    description:
      'What offices were held to account by, the first one first; only for staff of the region, null for everyone else.',
    resolve: ({ id, regionCode }, _args, context) =>
      isStaffOf(context.scope.viewer, regionCode) ? measuresOfEvent(context, id) : null,
  }),
}));
