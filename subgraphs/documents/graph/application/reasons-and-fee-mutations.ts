import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { askForReasons } from '../../commands/application/ask-for-reasons.ts';
import { notifyFee } from '../../commands/application/notify-fee.ts';
import { recordFeePaid } from '../../commands/application/record-fee-paid.ts';
import { recordReasons } from '../../commands/application/record-reasons.ts';
import { APPLICATION_ID, applicationAnswer, dayArgument, HANDLERS, NOTE } from './answers.ts';
import { FeeBasis } from './enums.ts';

builder.mutationFields((t) => ({
  askForReasons: t.field({
    type: applicationAnswer('AskForReasons'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      askedOn: t.arg(dayArgument('When the applicant is asked.')),
      note: t.arg.string(NOTE),
    },
    description: `Asks an applicant who applies far too often for reasons (rule R9). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(askForReasons(args, context)),
  }),
  recordReasons: t.field({
    type: applicationAnswer('RecordReasons'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      givenOn: t.arg(dayArgument('When the applicant said why.')),
      isReasonable: t.arg.boolean({ required: true, description: 'Whether the reasons are good ones.' }),
      delayedUntil: t.arg({
        type: 'Date',
        description: 'Until when good reasons put the answer off, as the applicant was told.',
      }),
      note: t.arg.string(NOTE),
    },
    description: `Notes an applicant's reasons, and what the office makes of them (rule R9). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordReasons(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  notifyFee: t.field({
    type: applicationAnswer('NotifyFee'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      basis: t.arg({ type: FeeBasis, required: true, description: 'By items, which are known, or by pages.' }),
      pages: t.arg.int({ description: 'By pages, how many.' }),
      notifiedOn: t.arg(dayArgument('When the applicant is told; 30 days run from it.')),
    },
    description: `Sends the notice of an information processing fee, once (rules R11–R15). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(notifyFee(args, context)),
  }),
  recordFeePaid: t.field({
    type: applicationAnswer('RecordFeePaid'),
    args: { id: t.arg.id(APPLICATION_ID), paidOn: t.arg(dayArgument('When it was paid.')) },
    description: `Notes that the fee was paid; the time limit runs on from the day after (rule R15). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordFeePaid(args, context)),
  }),
}));
