import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { bindInterpretation } from '../commands/bind-interpretation.ts';
import { publishDocument } from '../commands/publish-document.ts';
import { withdrawDocument } from '../commands/withdraw-document.ts';
import { Document } from './document.ts';
import { WithdrawalReason } from './enums.ts';
import { BindInterpretationInput } from './inputs.ts';
import { Interpretation } from './interpretation.ts';

const BindInterpretationResult = answerOf(builder, 'BindInterpretationResult', 'Interpretation', Interpretation);
const PublishDocumentResult = answerOf(builder, 'PublishDocumentResult', 'Document', Document);
const WithdrawDocumentResult = answerOf(builder, 'WithdrawDocumentResult', 'Document', Document);

const id = { required: true, description: 'The document.' } as const;

builder.mutationType({ description: 'What signed-in staff may change.' });

builder.mutationFields((t) => ({
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
}));

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
