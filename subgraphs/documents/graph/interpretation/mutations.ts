import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { amendInterpretation } from '../../commands/interpretation/amend-interpretation.ts';
import { bindInterpretation } from '../../commands/interpretation/bind-interpretation.ts';
import { unbindInterpretation } from '../../commands/interpretation/unbind-interpretation.ts';
import { withdrawInterpretation } from '../../commands/interpretation/withdraw-interpretation.ts';
import { Document } from '../document.ts';
import { Channel, InterpretationForm, WithdrawalReason } from '../enums.ts';
import { InterpretationStage, InterpreterKind } from './enums.ts';
import { Interpretation } from './interpretation.ts';

const BindInterpretationInput = builder.inputType('BindInterpretationInput', {
  description: 'What explains a document.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'The title; at most 300 characters.' }),
    body: t.string({
      required: true,
      description: 'The text, or what the other forms say; at most 160,000 characters.',
    }),
    forms: t.field({ type: [InterpretationForm], required: true, description: 'The forms it takes; at least one.' }),
    channels: t.field({ type: [Channel], required: true, description: 'The channels it goes out on; at least one.' }),
    stage: t.field({
      type: InterpretationStage,
      description: 'FIRST when left out; another only of a document that is public (rule I5).',
    }),
    interpreter: t.field({
      type: InterpreterKind,
      description: 'Who interprets; DRAFTING_UNIT when left out (rule I1).',
    }),
  }),
});

const BindInterpretationResult = answerOf(builder, 'BindInterpretationResult', 'Interpretation', Interpretation);
const AmendInterpretationResult = answerOf(builder, 'AmendInterpretationResult', 'Interpretation', Interpretation);
const UnbindInterpretationResult = answerOf(builder, 'UnbindInterpretationResult', 'Document', Document);
const WithdrawInterpretationResult = answerOf(builder, 'WithdrawInterpretationResult', 'Document', Document);

const id = { required: true, description: 'The interpretation.' } as const;
const input = { type: BindInterpretationInput, required: true, description: 'The interpretation.' } as const;

builder.mutationFields((t) => ({
  bindInterpretation: t.field({
    type: BindInterpretationResult,
    args: { document: t.arg.id({ required: true, description: 'The document.' }), input: t.arg(input) },
    description:
      'Binds an interpretation to a document: it goes out with it, or at once when that is public already. Roles: EDITOR, PUBLISHER of the region; PUBLISHER once the document is public.',
    resolve: (_root, args, context) => orRefused(bindInterpretation(args, context)),
  }),
  amendInterpretation: t.field({
    type: AmendInterpretationResult,
    args: { id: t.arg.id(id), input: t.arg(input) },
    description: 'Writes an interpretation anew while it is not out. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(amendInterpretation(args, context)),
  }),
  unbindInterpretation: t.field({
    type: UnbindInterpretationResult,
    args: { id: t.arg.id(id) },
    description:
      'Takes an interpretation off its document while it is not out. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(unbindInterpretation(args, context)),
  }),
  withdrawInterpretation: t.field({
    type: WithdrawInterpretationResult,
    args: {
      id: t.arg.id(id),
      reason: t.arg({ type: WithdrawalReason, required: true, description: 'Why.' }),
      note: t.arg.string({ required: true, description: 'Why, in words for the public; at most 1,000 characters.' }),
    },
    description:
      'Withdraws a public interpretation, and not its document; a policy document keeps at least one (rule I2). What was public stays in the history of the change log until that is trimmed. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(withdrawInterpretation(args, context)),
  }),
}));
