import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { amendDocumentDraft } from '../commands/amend-document-draft.ts';
import { discardDocumentDraft } from '../commands/discard-document-draft.ts';
import { draftDocument } from '../commands/draft-document.ts';
import { fileWithDisclosureOffice } from '../commands/file-with-disclosure-office.ts';
import { recordDocumentConsultation } from '../commands/record-document-consultation.ts';
import { returnDocument } from '../commands/return-document.ts';
import { signReviewPass } from '../commands/sign-review-pass.ts';
import { REVIEW_GATES } from '../rules/review-gates.ts';
import { Document } from './document.ts';
import { ReviewGate } from './enums.ts';
import { AmendDocumentDraftInput, DraftDocumentInput, RecordDocumentConsultationInput } from './inputs.ts';

const answer = (name: string) => answerOf(builder, name, 'Document', Document);
const DraftDocumentResult = answer('DraftDocumentResult');
const AmendDocumentDraftResult = answer('AmendDocumentDraftResult');
const DiscardDocumentDraftResult = answerOf(
  builder,
  'DiscardDocumentDraftResult',
  'DiscardedDocument',
  builder.objectRef<{ readonly id: string; readonly title: string }>('DiscardedDocument').implement({
    description: 'A draft that was thrown away.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The id that it had.' }),
      title: t.exposeString('title', { description: 'The title that it had.' }),
    }),
  }),
);
const FileWithDisclosureOfficeResult = answer('FileWithDisclosureOfficeResult');
const RecordDocumentConsultationResult = answer('RecordDocumentConsultationResult');
const SignReviewPassResult = answer('SignReviewPassResult');
const ReturnDocumentResult = answer('ReturnDocumentResult');

const id = { required: true, description: 'The document.' } as const;

builder.mutationFields((t) => ({
  draftDocument: t.field({
    type: DraftDocumentResult,
    args: { input: t.arg({ type: DraftDocumentInput, required: true, description: 'The draft.' }) },
    description: "Drafts a document; nothing of it is public. Roles: EDITOR, PUBLISHER of the issuer's region.",
    resolve: (_root, { input }, context) => orRefused(draftDocument(input, context)),
  }),
  amendDocumentDraft: t.field({
    type: AmendDocumentDraftResult,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: AmendDocumentDraftInput, required: true, description: 'What is changed.' }),
    },
    description:
      'Changes a document before its approval. Signed passes fall, and so does a filing when the attribute or its ground changed. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(amendDocumentDraft(args, context)),
  }),
  discardDocumentDraft: t.field({
    type: DiscardDocumentDraftResult,
    args: { id: t.arg.id(id) },
    description:
      'Throws a document away before its approval, with what was bound to it; its numbers are free again. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(discardDocumentDraft(args, context)),
  }),
  recordDocumentConsultation: t.field({
    type: RecordDocumentConsultationResult,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: RecordDocumentConsultationInput, required: true, description: 'The consultation.' }),
    },
    description:
      'Records how the public was heard on a document before it is published (rule D21); a second record takes the place of the first. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordDocumentConsultation(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  fileWithDisclosureOffice: t.field({
    type: FileWithDisclosureOfficeResult,
    args: { id: t.arg.id(id) },
    description:
      'Notes that the proposal not to disclose proactively was filed with the disclosure office (rule D2). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(fileWithDisclosureOffice(args, context)),
  }),
  signReviewPass: t.field({
    type: SignReviewPassResult,
    args: {
      id: t.arg.id(id),
      gates: t.arg({
        type: [ReviewGate],
        required: true,
        defaultValue: [...REVIEW_GATES],
        description: 'What the document was looked at for. Every gate is needed: who can not sign one sends it back.',
      }),
    },
    description:
      'Signs the next of the three review passes (三审三校, rule D11), each by another account and none by who wrote the text; the third approves. Role: REVIEWER of the region.',
    resolve: (_root, args, context) => orRefused(signReviewPass(args, context)),
  }),
  returnDocument: t.field({
    type: ReturnDocumentResult,
    args: {
      id: t.arg.id(id),
      note: t.arg.string({ required: true, description: 'What is to be mended; at most 1,000 characters.' }),
    },
    description:
      'Sends a document back to its drafter before it is published; all passes are signed anew. Role: REVIEWER of the region.',
    resolve: (_root, args, context) => orRefused(returnDocument(args, context)),
  }),
}));
