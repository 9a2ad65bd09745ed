import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { isOverdue, responseDeadlines, type ResponseDeadline } from '../rules/response-deadline.ts';
import { opinionEventById, opinionEventsOf } from '../store/opinion-events.ts';
import { DeadlineKind, OpinionEventStatus, OpinionSource, Severity } from './enums.ts';
import './opinion-response.ts';

const Region = entityStub(builder, 'Region', 'code', 'contribution');
const Institution = entityStub(builder, 'Institution', 'id');

const Deadline = builder.objectRef<ResponseDeadline>('ResponseDeadline').implement({
  description: 'By when something is owed, and why.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, description: 'What is owed.', resolve: ({ kind }) => kind }),
    dueAt: t.field({
      type: 'DateTime',
      description: 'The last instant that is on time.',
      resolve: ({ dueAt }) => dueAt,
    }),
    rules: t.stringList({ description: 'Ids of the rules it rests on.', resolve: ({ rules }) => [...rules] }),
    working: t.exposeString('working', {
      description: 'How it was worked out: the start of the clock, and the hours.',
    }),
  }),
});

export const OpinionEvent = builder.prismaObject('OpinionEvent', {
  description: 'A matter of public concern (政务舆情) that an authority must answer in time.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The matter in a line.' }),
    summary: t.string({
      nullable: true,
      description: 'What happened; only for staff of the region, null for everyone else.',
      select: { summary: true, regionCode: true },
      resolve: ({ summary, regionCode }, _args, { scope }) =>
        permissionRefusals(scope.viewer, STAFF, regionCode).length === 0 ? summary : null,
    }),
    source: t.expose('source', { type: OpinionSource, description: 'Where it came up.' }),
    severity: t.expose('severity', { type: Severity, description: 'How grave it was judged to be.' }),
    status: t.expose('status', { type: OpinionEventStatus, description: 'How far the handling has come.' }),
    detectedAt: t.expose('detectedAt', {
      type: 'DateTime',
      description: 'When it was detected; its clocks start here.',
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that it concerns.',
      select: { regionCode: true },
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    responsible: t.field({
      type: Institution,
      nullable: true,
      description: 'The office that must answer (责任单位).',
      select: { responsibleId: true },
      resolve: ({ responsibleId }) => (responsibleId === null ? null : { id: responsibleId }),
    }),
    responseDueAt: t.expose('responseDueAt', {
      type: 'DateTime',
      description: 'By when the public is answered: the strictest of the deadlines that an answer stops.',
    }),
    verificationDueAt: t.expose('verificationDueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when the verification is reported; null when none was asked for.',
    }),
    deadlines: t.field({
      type: [Deadline],
      description: 'Every deadline that binds, the earliest first.',
      select: { detectedAt: true, severity: true, verificationAsked: true },
      resolve: (event) => [...responseDeadlines(event.detectedAt, event.severity, event.verificationAsked)],
    }),
    respondedAt: t.expose('respondedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first answered in public.',
    }),
    isOverdue: t.boolean({
      description: 'True while it is unanswered although the time is over.',
      select: { responseDueAt: true, respondedAt: true },
      resolve: (event, _args, { clock }) => isOverdue(event, clock.now()),
    }),
    responses: t.relation('responses', {
      query: { orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }] },
      description: 'The answers that went out, the first one first.',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

const STAFF = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'] as const;

builder.asEntity(OpinionEvent, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => opinionEventById(id, context, info),
});

const OpinionEventConnection = connectionOf(builder, 'OpinionEvent', OpinionEvent);

builder.objectField(Region, 'opinionEvents', (t) =>
  t.field({
    type: OpinionEventConnection,
    nullable: true,
    args: {
      status: t.arg({ type: OpinionEventStatus, description: 'Only events that have come so far.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'The opinion events of this region and those below it, the newest detection first.',
    resolve: ({ code }, { status, ...page }, context, info) =>
      opinionEventsOf(
        context,
        { regionCode: code, status: status ?? null },
        page,
        queryFromInfo({ context, info, typeName: 'OpinionEvent', path: ['edges', 'node'] }),
      ),
  }),
);

builder.queryFields((t) => ({
  opinionEvent: t.field({
    type: OpinionEvent,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an opinion event.' }) },
    description: 'One opinion event; null when there is none of that id.',
    resolve: (_root, { id }, context, info) => opinionEventById(id, context, info),
  }),
  opinionEvents: t.field({
    type: OpinionEventConnection,
    args: {
      region: t.arg.id({ description: 'Only of this region and those below it, by GB/T 2260 code.' }),
      status: t.arg({ type: OpinionEventStatus, description: 'Only events that have come so far.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Opinion events, the newest detection first.',
    resolve: (_root, { region, status, ...page }, context, info) =>
      opinionEventsOf(
        context,
        { regionCode: region ?? null, status: status ?? null },
        page,
        queryFromInfo({ context, info, typeName: 'OpinionEvent', path: ['edges', 'node'] }),
      ),
  }),
}));
