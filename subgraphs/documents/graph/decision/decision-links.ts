import { builder } from '../../builder.ts';
import { inPageOrder } from '../../rules/decision/link.ts';
import { readableLinks } from '../../store/decision/named-documents.ts';
import { documentById } from '../../store/documents.ts';
import { Document } from '../document.ts';
import { DecisionLinkKind } from './enums.ts';
import { MajorDecision } from './major-decision.ts';

const DecisionLink = builder.prismaObject('DecisionLink', {
  description: 'A link on the page of a decision (rule M1): to an address, or to a document.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the link.' }),
    kind: t.expose('kind', { type: DecisionLinkKind, description: 'What it leads to.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    url: t.exposeString('url', { nullable: true, description: 'The address; null when it leads to a document.' }),
    document: t.field({
      type: Document,
      nullable: true,
      description: 'The document; null when it leads to an address.',
      select: { documentId: true },
      resolve: ({ documentId }, _args, context, info) =>
        documentId === null ? null : documentById(documentId, context, info),
    }),
  }),
});

builder.prismaObjectField(MajorDecision, 'links', (t) =>
  t.field({
    type: [DecisionLink],
    description:
      'The page of the decision: draft, background, consultation and what was adopted, meeting, result, in this order (rule M1). A link to a document shows only to those who may read that now.',
    select: { links: true },
    resolve: async ({ links }, _args, context) => readableLinks(context, inPageOrder(links)),
  }),
);
