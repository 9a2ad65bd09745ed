import { builder } from '../../builder.ts';
import { DisclosureApplication } from './disclosure-application.ts';
import { ApplicationReviewKind, ApplicationReviewOutcome } from './further-enums.ts';

export const ApplicationReview = builder.prismaObject('ApplicationReview', {
  description: 'A reconsideration (行政复议) or a lawsuit (行政诉讼) over an application (rule A7).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: ApplicationReviewKind, description: 'Which of the three.' }),
    filedOn: t.expose('filedOn', { type: 'Date', description: 'When it was filed.' }),
    outcome: t.expose('outcome', { type: ApplicationReviewOutcome, description: 'What came of it.' }),
    decidedOn: t.expose('decidedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was decided; null while it is pending.',
    }),
    application: t.relation('application', { description: 'The application.' }),
  }),
});

builder.prismaObjectField(DisclosureApplication, 'reviews', (t) =>
  t.relation('reviews', {
    query: { orderBy: [{ filedOn: 'asc' }, { id: 'asc' }] },
    description: 'How it was contested, the first one first.',
  }),
);
