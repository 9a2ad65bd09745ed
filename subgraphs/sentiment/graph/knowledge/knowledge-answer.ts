import type { KnowledgeAnswer as KnowledgeAnswerRow } from '../../../../prisma/generated/sentiment/client/client.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import { builder } from '../../builder.ts';
import type { Database } from '../../store/database.ts';

const knowledgeAnswerById = entityLoader<Database, KnowledgeAnswerRow>({
  typeName: 'KnowledgeAnswer',
  keyOf: (answer) => answer.id,
  find: (query, ids, { db }) => db.knowledgeAnswer.findMany({ ...query, where: { id: { in: ids } } }),
});

export const KnowledgeAnswer = builder.prismaObject('KnowledgeAnswer', {
  description: 'An answer of the knowledge base (知识库), so that the service line and the website say the same.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
  }),
});

builder.asEntity(KnowledgeAnswer, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => knowledgeAnswerById(id, context, info),
});
