import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { publishDocument } from '../commands/publish-document.ts';
import { withdrawDocument } from '../commands/withdraw-document.ts';
import { Document } from './document.ts';
import { WithdrawalReason } from './enums.ts';

const PublishDocumentResult = answerOf(builder, 'PublishDocumentResult', 'Document', Document);
const WithdrawDocumentResult = answerOf(builder, 'WithdrawDocumentResult', 'Document', Document);

const id = { required: true, description: 'The document.' } as const;

builder.mutationType({ description: 'What signed-in staff may change.' });

builder.mutationFields((t) => ({
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
