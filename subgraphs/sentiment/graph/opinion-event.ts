import { permissionRefusals } from '../../kit/permission.ts';
import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { isOverdue, responseDeadlines } from '../rules/response-deadline.ts';
import { opinionEventById } from '../store/opinion-events.ts';
import { responsesOfEvent } from '../store/opinion-responses.ts';
import { OpinionEventStatus, OpinionSource, Severity } from './enums.ts';
import { OpinionResponse } from './opinion-response.ts';
import { Deadline } from './response-deadline.ts';

export const Region = entityStub(builder, 'Region', 'code', 'contribution');
export const Institution = entityStub(builder, 'Institution', 'id');

export const OpinionEvent = builder.prismaObject('OpinionEvent', {
  description: 'A matter of public concern (政务舆情) that an authority must answer in time.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The matter in a line.' }),
    summary: t.string({
      nullable: true,
      description: 'What happened; only for staff of the region, null for everyone else.',
      resolve: ({ summary, regionCode }, _args, { scope }) =>
        permissionRefusals(scope.viewer, STAFF, regionCode).length === 0 ? summary : null,
    }),
    source: t.expose('source', { type: OpinionSource, description: 'Where it came up.' }),
    severity: t.expose('severity', {
      type: Severity,
      nullable: true,
      description: 'How grave it was judged to be; null until it is judged, when only staff see it.',
    }),
    status: t.expose('status', { type: OpinionEventStatus, description: 'How far the handling has come.' }),
    detectedAt: t.expose('detectedAt', {
      type: 'DateTime',
      description: 'When it was detected; its clocks start here.',
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that it concerns.',
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    responsible: t.field({
      type: Institution,
      nullable: true,
      description: 'The office that must answer (责任单位).',
      resolve: ({ responsibleId }) => (responsibleId === null ? null : { id: responsibleId }),
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(OpinionEvent, (t) => ({
  responseDueAt: t.expose('responseDueAt', {
    type: 'DateTime',
    nullable: true,
    description:
      'By when the public is answered: the strictest of the deadlines that an answer stops; null until it is judged.',
  }),
  verificationDueAt: t.expose('verificationDueAt', {
    type: 'DateTime',
    nullable: true,
    description: 'By when the verification is reported; null when none was asked for.',
  }),
  deadlines: t.field({
    type: [Deadline],
    description: 'Every deadline that binds, the earliest first.',
    resolve: ({ detectedAt, severity, verificationAsked }) =>
      severity === null ? [] : [...responseDeadlines(detectedAt, severity, verificationAsked)],
  }),
  respondedAt: t.expose('respondedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was first answered in public; null until then.',
  }),
  isOverdue: t.boolean({
    description: 'True while it is unanswered although the time is over.',
    resolve: (event, _args, { clock }) => isOverdue(event, clock.now()),
  }),
  responses: t.field({
    type: [OpinionResponse],
    description: 'The answers that went out, the first one first.',
    resolve: ({ id }, _args, context) => responsesOfEvent(context, id),
  }),
}));

const STAFF = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'] as const;

builder.asEntity(OpinionEvent, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => opinionEventById(id, context, info),
});
