import { builder } from '../builder.ts';
import { opinionResponseById } from '../store/opinion-responses.ts';
import { Channel } from './enums.ts';

export const OpinionResponse = builder.prismaObject('OpinionResponse', {
  description: 'A published answer (回应) to a matter of public concern.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    body: t.exposeString('body', { description: 'The text of the answer.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it went out.' }),
    channels: t.expose('channels', { type: [Channel], description: 'On which channels it went out.' }),
    event: t.relation('event', { description: 'What it answers.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(OpinionResponse, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => opinionResponseById(id, context, info),
});
