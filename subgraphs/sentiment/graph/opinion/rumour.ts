import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { responseById } from '../../store/opinion/responses.ts';
import { rumoursOfEvent } from '../../store/opinion/rumours.ts';
import { OpinionEvent } from './opinion-event.ts';
import { OpinionResponse } from './opinion-response.ts';
import { RumourRef } from './rumour-ref.ts';

builder.objectType(RumourRef, {
  description: 'A rumour (不实传言) that goes with an opinion event.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the rumour.' }),
    claim: t.exposeString('claim', { description: 'What is claimed; not true.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    refutedBy: t.field({
      type: OpinionResponse,
      nullable: true,
      description: 'The answer that refutes it; null while none does.',
      resolve: ({ refutedById }, _args, context) => (refutedById === null ? null : responseById(context, refutedById)),
    }),
  }),
});

builder.prismaObjectField(OpinionEvent, 'rumours', (t) =>
  t.field({
    type: [RumourRef],
    description:
      'Rumours that go with it, the oldest first. The public reads those that were refuted; staff of the region read all.',
    resolve: async ({ id, regionCode }, _args, context) => {
      const rumours = await rumoursOfEvent(context, id);
      const isStaff = isStaffOf(context.scope.viewer, regionCode);
      return rumours.filter(({ refutedById }) => isStaff || refutedById !== null);
    },
  }),
);
