import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { bindInterpretation } from '../commands/interpretation/bind-interpretation.ts';
import { draftDocument } from '../commands/draft-document.ts';
import { fileWithDisclosureOffice } from '../commands/file-with-disclosure-office.ts';
import { publishDocument } from '../commands/publish-document.ts';
import { signReviewPass } from '../commands/sign-review-pass.ts';
import { withdrawDocument } from '../commands/withdraw-document.ts';
import { Document } from './document.ts';
import { WithdrawalReason } from './enums.ts';
import { BindInterpretationInput, DraftDocumentInput } from './inputs.ts';
import { Interpretation } from './interpretation/interpretation.ts';

const DraftDocumentResult = answerOf(builder, 'DraftDocumentResult', 'Document', Document);
const BindInterpretationResult = answerOf(builder, 'BindInterpretationResult', 'Interpretation', Interpretation);
const FileWithDisclosureOfficeResult = answerOf(builder, 'FileWithDisclosureOfficeResult', 'Document', Document);
const SignReviewPassResult = answerOf(builder, 'SignReviewPassResult', 'Document', Document);
const PublishDocumentResult = answerOf(builder, 'PublishDocumentResult', 'Document', Document);
const WithdrawDocumentResult = answerOf(builder, 'WithdrawDocumentResult', 'Document', Document);

const id = { required: true, description: 'The document.' } as const;

builder.mutationType({ description: 'What signed-in staff may change.' });

builder.mutationFields((t) => ({
  draftDocument: t.field({
    type: DraftDocumentResult,
    args: { input: t.arg({ type: DraftDocumentInput, required: true, description: 'The draft.' }) },
    description: "Drafts a document; nothing of it is public. Roles: EDITOR, PUBLISHER of the issuer's region.",
    resolve: (_root, { input }, context) => orRefused(draftDocument(input, context)),
  }),
  bindInterpretation: t.field({
    type: BindInterpretationResult,
    args: {
      document: t.arg.id(id),
      input: t.arg({ type: BindInterpretationInput, required: true, description: 'The interpretation.' }),
    },
    description:
      'Binds an interpretation to a document: it goes out with it, or at once when that is public already. Roles: EDITOR, PUBLISHER of the region; PUBLISHER once the document is public.',
    resolve: (_root, args, context) => orRefused(bindInterpretation(args, context)),
  }),
  fileWithDisclosureOffice: t.field({
    type: FileWithDisclosureOfficeResult,
    args: { id: t.arg.id(id) },
    description:
      'Notes that the proposal not to disclose proactively was filed with the disclosure office (rule D2). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(fileWithDisclosureOffice(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  signReviewPass: t.field({
    type: SignReviewPassResult,
    args: { id: t.arg.id(id) },
    description:
      'Signs the next of the three review passes (三审三校, rule D11), each by another account and none by the drafter; the third approves. Role: REVIEWER of the region.',
    resolve: (_root, args, context) => orRefused(signReviewPass(args, context)),
  }),
  publishDocument: t.field({
    type: PublishDocumentResult,
    args: { id: t.arg.id(id) },
    description: 'Publishes a document together with its interpretations. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(publishDocument(args, context)),
  }),
  withdrawDocument: t.field({
    type: WithdrawDocumentResult,
    args: {
      id: t.arg.id(id),
      reason: t.arg({ type: WithdrawalReason, required: true, description: 'Why.' }),
      note: t.arg.string({ required: true, description: 'Why, in words for the public; at most 1,000 characters.' }),
    },
    description:
      'Withdraws a published document and its interpretations; the note is public, and what was public stays in the history of the change log until that is trimmed. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(withdrawDocument(args, context)),
  }),
}));
