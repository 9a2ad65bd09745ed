import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { knowledgeAnswerById, knowledgeAnswersOf } from '../../store/knowledge/knowledge-answers.ts';
import { KnowledgeAnswer } from './knowledge-answer.ts';

const KnowledgeAnswerConnection = connectionOf(builder, 'KnowledgeAnswer', KnowledgeAnswer);

builder.queryFields((t) => ({
  knowledgeAnswer: t.field({
    type: KnowledgeAnswer,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an answer.' }) },
    description: 'One answer of the knowledge base; null when there is none of that id, or it was withdrawn.',
    resolve: (_root, { id }, context, info) => knowledgeAnswerById(id, context, info),
  }),
  knowledgeAnswers: t.field({
    type: KnowledgeAnswerConnection,
    args: {
      region: t.arg.id({
        required: true,
        description: 'A GB/T 2260 code: answers of this region and of those above it.',
      }),
      text: t.arg.string({ description: 'Words between spaces; an answer holds all of them. 200 characters count.' }),
      topic: t.arg.string({ description: 'Only of this topic.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'Answers of the knowledge base that hold in a region: those that have all that is sought in their question first, then the newest.',
    resolve: (_root, { first, after, ...filter }, context) => knowledgeAnswersOf(context, filter, { first, after }),
  }),
}));
