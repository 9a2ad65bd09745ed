import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { maskedPassages, opinionResponseById, regionOfEvent } from '../../store/opinion/responses.ts';
import { rumoursRefutedBy } from '../../store/opinion/rumours.ts';
import { Channel } from '../enums.ts';
import { MaskedPassage } from '../privacy/masked-passage.ts';
import { ResponseKind } from './enums.ts';
import { RumourRef } from './rumour-ref.ts';

export const OpinionResponse = builder.prismaObject('OpinionResponse', {
  description: 'A published statement (回应) on a matter of public concern.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: ResponseKind, description: 'A first word, the answer, or findings.' }),
    body: t.exposeString('body', { description: 'The text, personal data masked.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it went out.' }),
    channels: t.expose('channels', { type: [Channel], description: 'On which channels it went out.' }),
    event: t.relation('event', { description: 'What it answers.' }),
    refutes: t.field({
      type: [RumourRef],
      description: 'The rumours that it refutes.',
      resolve: ({ id }, _args, context) => rumoursRefutedBy(context, id),
    }),
    masked: t.field({
      type: [MaskedPassage],
      nullable: true,
      description: 'What was masked in it; only for staff of the region, null for everyone else.',
      resolve: async ({ masked, eventId }, _args, context) =>
        isStaffOf(context.scope.viewer, await regionOfEvent(context, eventId)) ? [...maskedPassages(masked)] : null,
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(OpinionResponse, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => opinionResponseById(id, context, info),
});
