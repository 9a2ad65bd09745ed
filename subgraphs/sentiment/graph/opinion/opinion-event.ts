import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { coordinatingRegion } from '../../rules/opinion/coordinating-region.ts';
import { opinionEventById } from '../../store/opinion/opinion-events.ts';
import { responsesOfEvent } from '../../store/opinion/responses.ts';
import { stageOfEvent } from '../../store/opinion/stage.ts';
import { OpinionEventStatus, OpinionSource, Severity } from '../enums.ts';
import { Institution, Region } from '../references.ts';
import { OpinionEventStage } from './enums.ts';
import { OpinionResponse } from './opinion-response.ts';

export const OpinionEvent = builder.prismaObject('OpinionEvent', {
  description: 'A matter of public concern (政务舆情) that an authority must answer in time.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The matter in a line.' }),
    summary: t.string({
      nullable: true,
      description: 'What happened; only for staff of the region, null for everyone else.',
      resolve: ({ summary, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? summary : null),
    }),
    topic: t.exposeString('topic', {
      nullable: true,
      description: 'In a word or two, what it is about; null when not said.',
    }),
    source: t.expose('source', { type: OpinionSource, description: 'Where it came up.' }),
    severity: t.expose('severity', {
      type: Severity,
      nullable: true,
      description: 'How grave it was judged to be, last; null until it is judged, when only staff see it.',
    }),
    status: t.expose('status', { type: OpinionEventStatus, description: 'How far the handling has come.' }),
    stage: t.field({
      type: OpinionEventStage,
      description: 'The same more finely, by the steps that were taken.',
      resolve: (event, _args, context) => stageOfEvent(context, event),
    }),
    detectedAt: t.expose('detectedAt', {
      type: 'DateTime',
      description: 'When it was detected; its clocks start here.',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(OpinionEvent, (t) => ({
  region: t.field({
    type: Region,
    nullable: true,
    description: 'The region that it concerns.',
    resolve: ({ regionCode }) => ({ code: regionCode }),
  }),
  places: t.field({
    type: [Region],
    nullable: { list: false, items: true },
    description: 'Other regions that it touches.',
    resolve: ({ places }) => places.map((code) => ({ code })),
  }),
  coordinatedBy: t.field({
    type: Region,
    nullable: true,
    description:
      'Whose authority coordinates a matter that touches several regions: the lowest one above all of them, or the one of them that is above the rest (rule P4). Null when it touches one region only, and when it crosses provinces.',
    resolve: ({ regionCode, places }) => {
      const code = coordinatingRegion([regionCode, ...places]);
      return code === null ? null : { code };
    },
  }),
  responsible: t.field({
    type: Institution,
    nullable: true,
    description: 'The office that must answer (责任单位).',
    resolve: ({ responsibleId }) => (responsibleId === null ? null : { id: responsibleId }),
  }),
}));

builder.prismaObjectFields(OpinionEvent, (t) => ({
  respondedAt: t.expose('respondedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was first answered in public; null until then. A first word is no answer.',
  }),
  closedAt: t.expose('closedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was closed; null while it is not.',
  }),
  responses: t.field({
    type: [OpinionResponse],
    description: 'The statements that went out, the first one first.',
    resolve: ({ id }, _args, context) => responsesOfEvent(context, id),
  }),
}));

builder.asEntity(OpinionEvent, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => opinionEventById(id, context, info),
});
