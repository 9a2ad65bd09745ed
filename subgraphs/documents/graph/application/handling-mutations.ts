import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { answerApplication } from '../../commands/application/answer-application.ts';
import { archiveApplication } from '../../commands/application/archive-application.ts';
import { askForCorrection } from '../../commands/application/ask-for-correction.ts';
import { extendApplication } from '../../commands/application/extend-application.ts';
import { receiveApplication } from '../../commands/application/receive-application.ts';
import { recordCorrection } from '../../commands/application/record-correction.ts';
import { APPLICATION_ID, applicationAnswer, dayArgument, HANDLERS } from './answers.ts';
import { ApplicationResult } from './enums.ts';
import { ReceiveApplicationInput } from './inputs.ts';

builder.mutationFields((t) => ({
  receiveApplication: t.field({
    type: applicationAnswer('ReceiveApplication'),
    args: { input: t.arg({ type: ReceiveApplicationInput, required: true, description: 'The application.' }) },
    description: `Registers an application for disclosure on request (依申请公开) and says until when it is to be answered (rules R1–R4). ${HANDLERS}`,
    resolve: (_root, { input }, context) => orRefused(receiveApplication(input, context)),
  }),
  askForCorrection: t.field({
    type: applicationAnswer('AskForCorrection'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      askedOn: t.arg(dayArgument('When the applicant is told; within 7 working days of receipt.')),
      correctBy: t.arg(dayArgument('The last day for the correction.')),
      what: t.arg.string({
        required: true,
        description: 'What is to be corrected, all at once; at most 2,000 characters. Sealed.',
      }),
    },
    description: `Asks the applicant for a correction (补正), once (rule R5). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(askForCorrection(args, context)),
  }),
  recordCorrection: t.field({
    type: applicationAnswer('RecordCorrection'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      correctedOn: t.arg(dayArgument('The day on which it came in; the time limit counts anew from the day after.')),
      describes: t.arg.string({ description: 'What is asked for now; at most 5,000 characters. Sealed.' }),
    },
    description: `Notes that the correction came in (rule R5). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordCorrection(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  extendApplication: t.field({
    type: applicationAnswer('ExtendApplication'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      days: t.arg.int({ required: true, description: 'By how many working days, 1 to 20.' }),
      approvedBy: t.arg.string({
        required: true,
        description: 'The account of the head of the disclosure office, who agreed; another than the one who asks.',
      }),
      toldOn: t.arg(dayArgument('When the applicant was told; while the time limit runs.')),
      reason: t.arg.string({ required: true, description: 'Why; at most 2,000 characters. Sealed.' }),
    },
    description: `Extends the time limit of the answer, once (rule R4). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(extendApplication(args, context)),
  }),
  answerApplication: t.field({
    type: applicationAnswer('AnswerApplication'),
    args: {
      id: t.arg.id(APPLICATION_ID),
      result: t.arg({ type: ApplicationResult, required: true, description: 'How it ends.' }),
      answeredOn: t.arg(dayArgument('The day of the answer.')),
      note: t.arg.string({
        required: true,
        description: 'What the applicant is told; at most 2,000 characters. Sealed.',
      }),
      document: t.arg.id({ description: 'The document that is given or pointed to.' }),
      repeats: t.arg.id({ description: 'Of a repeated one, the earlier application of the same applicant.' }),
    },
    description: `Answers an application (答复; rules R1, R10); late answers are marked. What is given opens a review whether to disclose it to everyone (rule D9). The account answers applications at the office (rule R17). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(answerApplication(args, context)),
  }),
  archiveApplication: t.field({
    type: applicationAnswer('ArchiveApplication'),
    args: { id: t.arg.id(APPLICATION_ID) },
    description: `Archives an answered application (归档; rule R1); after the years of retention whatever is personal is purged. ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(archiveApplication(args, context)),
  }),
}));
