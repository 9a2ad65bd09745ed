import { civilDateOf, fromUtcMidnight } from '../../../../core/civil-date.ts';
import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import type { MaskedInAnswer } from '../../rules/knowledge/masked-answer.ts';
import { isDueForReview } from '../../rules/knowledge/sought-answer.ts';
import type { SentimentContext } from '../../store/database.ts';
import { knowledgeAnswerById, type KnowledgeAnswer as Row } from '../../store/knowledge/knowledge-answers.ts';
import { Institution, Region } from '../references.ts';
import { MaskedPassage } from '../privacy/masked-passage.ts';

export const KnowledgeAnswer = builder.prismaObject('KnowledgeAnswer', {
  description: 'An answer of the knowledge base (知识库), so that the service line and the website say the same.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that it was given for; it holds in the regions below it too.',
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution that stands by it.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    topic: t.exposeString('topic', { nullable: true, description: 'In a word or two, what it is about.' }),
    question: t.exposeString('question', { description: 'What is asked.' }),
    answer: t.exposeString('answer', { description: 'What is answered.' }),
    isSpecialResponse: t.exposeBoolean('isSpecialResponse', {
      description: 'True for a special response (专项回应) to a matter that many complain of (rule P12).',
    }),
    version: t.exposeInt('version', { description: 'From 1; one more with each revision.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was first published.' }),
    revisedAt: t.expose('revisedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last revised; null when it never was.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn, from which on only staff of the region see it; null until then.',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(KnowledgeAnswer, (t) => ({
  reviewOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day from which on it should be looked at again; null when none was set.',
    resolve: ({ reviewOn }) => (reviewOn === null ? null : fromUtcMidnight(reviewOn)),
  }),
  isDueForReview: t.boolean({
    description: 'True from the day on which it should be looked at again.',
    resolve: ({ reviewOn }, _args, { clock }) =>
      isDueForReview(reviewOn === null ? null : fromUtcMidnight(reviewOn), civilDateOf(clock.now())),
  }),
  maskedInQuestion: t.field({
    type: [MaskedPassage],
    nullable: true,
    description: 'What was masked in the question; only for staff of the region, null for everyone else.',
    resolve: (answer, _args, context) => maskedIn(answer, 'QUESTION', context),
  }),
  maskedInAnswer: t.field({
    type: [MaskedPassage],
    nullable: true,
    description: 'What was masked in the answer; only for staff of the region, null for everyone else.',
    resolve: (answer, _args, context) => maskedIn(answer, 'ANSWER', context),
  }),
}));

builder.asEntity(KnowledgeAnswer, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => knowledgeAnswerById(id, context, info),
});

function maskedIn({ masked, regionCode }: Row, text: MaskedInAnswer['text'], { scope }: SentimentContext) {
  if (!isStaffOf(scope.viewer, regionCode)) return null;
  return (masked as unknown as readonly MaskedInAnswer[]).filter((passage) => passage.text === text);
}
