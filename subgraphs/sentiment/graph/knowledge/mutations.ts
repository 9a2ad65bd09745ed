import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { publishKnowledgeAnswer } from '../../commands/knowledge/publish-knowledge-answer.ts';
import { reviseKnowledgeAnswer } from '../../commands/knowledge/revise-knowledge-answer.ts';
import { withdrawKnowledgeAnswer } from '../../commands/knowledge/withdraw-knowledge-answer.ts';
import { WithdrawalReason } from '../enums.ts';
import { KnowledgeAnswer } from './knowledge-answer.ts';

const described = {
  region: 'The region that it is given for, by GB/T 2260 code.',
  office: 'The institution that stands by it.',
  question: 'What is asked; at most 500 characters. What is personal is masked.',
  answer: 'What is answered; at most 20,000 characters. What is personal is masked.',
  topic: 'In a word or two, what it is about; at most 50 characters. A special response needs one.',
  reviewOn: 'The day from which on it should be looked at again; not before today.',
  isSpecialResponse:
    'Whether it is a special response (专项回应) to a topic that many complain of; false when left out.',
  keep: 'Passages that are public and are not masked, such as the name of a spokesperson; at most 100 of at most 200 characters.',
} as const;

const PublishInput = builder.inputType('PublishKnowledgeAnswerInput', {
  description: 'An answer for the knowledge base.',
  fields: (t) => ({
    region: t.id({ required: true, description: described.region }),
    office: t.id({ required: true, description: described.office }),
    question: t.string({ required: true, description: described.question }),
    answer: t.string({ required: true, description: described.answer }),
    topic: t.string({ description: described.topic }),
    reviewOn: t.field({ type: 'Date', description: described.reviewOn }),
    isSpecialResponse: t.boolean({ description: described.isSpecialResponse }),
    keep: t.stringList({ description: described.keep }),
  }),
});

const ReviseInput = builder.inputType('ReviseKnowledgeAnswerInput', {
  description: 'All that an answer of the knowledge base says from now on; its region stays.',
  fields: (t) => ({
    office: t.id({ required: true, description: described.office }),
    question: t.string({ required: true, description: described.question }),
    answer: t.string({ required: true, description: described.answer }),
    topic: t.string({ description: described.topic }),
    reviewOn: t.field({ type: 'Date', description: described.reviewOn }),
    isSpecialResponse: t.boolean({ description: described.isSpecialResponse }),
    keep: t.stringList({ description: described.keep }),
  }),
});

const PublishResult = answerOf(builder, 'PublishKnowledgeAnswerResult', 'KnowledgeAnswer', KnowledgeAnswer);
const ReviseResult = answerOf(builder, 'ReviseKnowledgeAnswerResult', 'KnowledgeAnswer', KnowledgeAnswer);
const WithdrawResult = answerOf(builder, 'WithdrawKnowledgeAnswerResult', 'KnowledgeAnswer', KnowledgeAnswer);

builder.mutationFields((t) => ({
  publishKnowledgeAnswer: t.field({
    type: PublishResult,
    args: { input: t.arg({ type: PublishInput, required: true, description: 'The answer.' }) },
    description:
      'Takes an answer into the knowledge base, public from then on; what is personal is masked. Role: PUBLISHER of the region.',
    resolve: (_root, { input }, context) => orRefused(publishKnowledgeAnswer(input, context)),
  }),
  reviseKnowledgeAnswer: t.field({
    type: ReviseResult,
    args: {
      id: t.arg.id({ required: true, description: 'The answer.' }),
      input: t.arg({ type: ReviseInput, required: true, description: 'All that it says from now on.' }),
    },
    description: 'Revises an answer of the knowledge base as its next version. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(reviseKnowledgeAnswer(args, context)),
  }),
  withdrawKnowledgeAnswer: t.field({
    type: WithdrawResult,
    args: {
      id: t.arg.id({ required: true, description: 'The answer.' }),
      reason: t.arg({ type: WithdrawalReason, required: true, description: 'Why.' }),
    },
    description: 'Withdraws an answer of the knowledge base. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(withdrawKnowledgeAnswer(args, context)),
  }),
}));
