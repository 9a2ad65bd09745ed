import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { personalText } from '../../store/application/personal.ts';
import { applicantsFor, proactiveReviewList } from '../../store/application/proactive-reviews.ts';
import { documentById } from '../../store/documents.ts';
import { Document } from '../document.ts';
import { DisclosureApplication } from './disclosure-application.ts';
import { ProactiveReviewDecision } from './further-enums.ts';

export const ProactiveReview = builder.prismaObject('ProactiveReview', {
  description: 'Whether what was given on request is to be disclosed to everyone (依申请转主动公开; rule D9).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    application: t.relation('application', { description: 'The application by which it was given.' }),
    document: t.field({
      type: Document,
      nullable: true,
      description: 'What was given; null when no document was named or the caller may not read it.',
      select: { documentId: true },
      resolve: ({ documentId }, _args, context, info) =>
        documentId === null ? null : documentById(documentId, context, info),
    }),
    applicants: t.int({
      description: 'How many applicants were given the same document on request; 1 when none was named.',
      select: { documentId: true },
      resolve: ({ documentId }, _args, context) => (documentId === null ? 1 : applicantsFor(context, documentId)),
    }),
    isAskedBySeveral: t.boolean({
      description: 'Whether several applicants were given the same document, which speaks for disclosing it.',
      select: { documentId: true },
      resolve: async ({ documentId }, _args, context) =>
        documentId !== null && (await applicantsFor(context, documentId)) > 1,
    }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'The day of the answer.' }),
    decision: t.expose('decision', {
      type: ProactiveReviewDecision,
      nullable: true,
      description: 'What was decided; null before.',
    }),
    decidedOn: t.expose('decidedOn', { type: 'Date', nullable: true, description: 'When; null before.' }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'By which account; null before.' }),
    note: t.string({
      nullable: true,
      description: 'Why; only for the office that handles it, and null once purged.',
      select: { id: true, officeId: true, regionCode: true, note: true },
      resolve: (one, _args, context) => personalText(context, one, ['review.note', one.id], one.note),
    }),
  }),
});

const ProactiveReviewConnection = connectionOf(builder, 'ProactiveReview', ProactiveReview);

builder.queryField('proactiveReviews', (t) =>
  t.field({
    type: ProactiveReviewConnection,
    args: {
      region: t.arg.id({ description: 'Of this region and those below it, by GB/T 2260 code.' }),
      isOpen: t.arg.boolean({ description: 'Only those that wait for a decision, or only those that have one.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Reviews of what was given on request, the last opened first; empty for everyone but staff.',
    resolve: (_root, { first, after, ...filter }, context, info) =>
      proactiveReviewList(
        context,
        filter,
        { first, after },
        queryFromInfo({ context, info, typeName: 'ProactiveReview', path: ['edges', 'node'] }),
      ),
  }),
);

builder.prismaObjectField(DisclosureApplication, 'proactiveReview', (t) =>
  t.relation('proactiveReview', {
    nullable: true,
    type: ProactiveReview,
    description: 'The review that its answer opened; null when nothing was given.',
  }),
);
