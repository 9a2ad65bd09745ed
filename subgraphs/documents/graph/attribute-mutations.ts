import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { enterLegacyDocuments } from '../commands/enter-legacy-documents.ts';
import { recogniseAttributes } from '../commands/recognise-attributes.ts';
import { reviewAttribute } from '../commands/review-attribute.ts';
import type { Document as DocumentRow } from '../store/database.ts';
import { Document } from './document.ts';
import { DraftDocumentInput, RecognisedAttributeInput, ReviewAttributeInput } from './inputs.ts';

const DocumentBatch = builder.objectRef<{ readonly documents: readonly DocumentRow[] }>('DocumentBatch').implement({
  description: 'Documents that were changed together, all of them or none.',
  fields: (t) => ({
    documents: t.field({
      type: [Document],
      description: 'The documents after the change, in the order in which they were given.',
      resolve: ({ documents }) => [...documents],
    }),
  }),
});

const ReviewAttributeResult = answerOf(builder, 'ReviewAttributeResult', 'Document', Document);
const EnterLegacyDocumentsResult = answerOf(builder, 'EnterLegacyDocumentsResult', 'DocumentBatch', DocumentBatch);
const RecogniseAttributesResult = answerOf(builder, 'RecogniseAttributesResult', 'DocumentBatch', DocumentBatch);

builder.mutationFields((t) => ({
  reviewAttribute: t.field({
    type: ReviewAttributeResult,
    args: {
      id: t.arg.id({ required: true, description: 'A document that was issued and is not public.' }),
      input: t.arg({ type: ReviewAttributeInput, required: true, description: 'What the review decides.' }),
    },
    description:
      'Records that the attribute of a document that is not public was looked at again (rules D5, D6): it stays, changes, or the document is one to publish. Roles: REVIEWER, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(reviewAttribute(args, context)),
  }),
  enterLegacyDocuments: t.field({
    type: EnterLegacyDocumentsResult,
    args: {
      inputs: t.arg({
        type: [DraftDocumentInput],
        required: true,
        description: 'At most 200 documents, each with the day that it bears and without an attribute.',
      }),
    },
    description:
      "Enters documents that were issued before attributes were recognised at the source (rule D10); they wait for their attributes. Roles: EDITOR, PUBLISHER of the issuers' regions.",
    resolve: async (_root, args, context) =>
      orRefused(enterLegacyDocuments(args, context).then((documents) => ({ documents }))),
  }),
  recogniseAttributes: t.field({
    type: RecogniseAttributesResult,
    args: {
      decisions: t.arg({
        type: [RecognisedAttributeInput],
        required: true,
        description: 'The attributes of at most 200 documents.',
      }),
    },
    description:
      'Recognises the attributes of documents from before attribution (补认定, rule D10). What is not to be public counts as filed and approved; what is goes through the review passes before it is published. Roles: REVIEWER, PUBLISHER of the regions.',
    resolve: async (_root, args, context) =>
      orRefused(recogniseAttributes(args, context).then((documents) => ({ documents }))),
  }),
}));
