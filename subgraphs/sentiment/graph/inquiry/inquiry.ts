import { entityLoader } from '../../../kit/per-request.ts';
import type { Inquiry as InquiryRow } from '../../../../prisma/generated/sentiment/client/client.ts';
import { builder } from '../../builder.ts';
import type { Database } from '../../store/database.ts';

const inquiryById = entityLoader<Database, InquiryRow>({
  typeName: 'Inquiry',
  keyOf: (inquiry) => inquiry.id,
  find: (query, ids, { db }) => db.inquiry.findMany({ ...query, where: { id: { in: ids } } }),
});

export const Inquiry = builder.prismaObject('Inquiry', {
  description: 'What one person asks or tells an authority (咨询、留言、来电、来信), and how it is dealt with.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
  }),
});

builder.asEntity(Inquiry, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => inquiryById(id, context, info),
});
