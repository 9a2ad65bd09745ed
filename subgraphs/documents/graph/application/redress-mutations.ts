import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { decideComplaint } from '../../commands/application/decide-complaint.ts';
import { decideInformationCorrection } from '../../commands/application/decide-information-correction.ts';
import { fileComplaint } from '../../commands/application/file-complaint.ts';
import { requestInformationCorrection } from '../../commands/application/request-information-correction.ts';
import { dayArgument, HANDLERS } from './answers.ts';
import { ComplaintOutcome, InformationCorrectionOutcome } from './further-enums.ts';
import { FileComplaintInput, RequestInformationCorrectionInput } from './inputs.ts';
import { Complaint, InformationCorrection } from './redress.ts';

const note = { required: true, description: 'What is told in answer; at most 2,000 characters. Sealed.' } as const;

builder.mutationFields((t) => ({
  fileComplaint: t.field({
    type: answerOf(builder, 'FileComplaintResult', 'Complaint', Complaint),
    args: { input: t.arg({ type: FileComplaintInput, required: true, description: 'The complaint.' }) },
    description: `Registers a complaint (申诉) about a public institution at the health authority of its region (rule C20). ${HANDLERS}`,
    resolve: (_root, { input }, context) => orRefused(fileComplaint(input, context)),
  }),
  decideComplaint: t.field({
    type: answerOf(builder, 'DecideComplaintResult', 'Complaint', Complaint),
    args: {
      id: t.arg.id({ required: true, description: 'The complaint.' }),
      outcome: t.arg({ type: ComplaintOutcome, required: true, description: 'What comes of it.' }),
      decidedOn: t.arg(dayArgument('When it was decided.')),
      note: t.arg.string(note),
    },
    description: `Notes what came of a complaint, once (rule C20). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(decideComplaint(args, context)),
  }),
  requestInformationCorrection: t.field({
    type: answerOf(builder, 'RequestInformationCorrectionResult', 'InformationCorrection', InformationCorrection),
    args: {
      input: t.arg({ type: RequestInformationCorrectionInput, required: true, description: 'The request.' }),
    },
    description: `Registers a request to correct (更正) what an office holds about the one who asks (rule R18). ${HANDLERS}`,
    resolve: (_root, { input }, context) => orRefused(requestInformationCorrection(input, context)),
  }),
  decideInformationCorrection: t.field({
    type: answerOf(builder, 'DecideInformationCorrectionResult', 'InformationCorrection', InformationCorrection),
    args: {
      id: t.arg.id({ required: true, description: 'The request.' }),
      outcome: t.arg({ type: InformationCorrectionOutcome, required: true, description: 'What comes of it.' }),
      decidedOn: t.arg(dayArgument('When it was decided or passed on, and told.')),
      note: t.arg.string(note),
    },
    description: `Notes what came of a request to correct, once (rule R18). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(decideInformationCorrection(args, context)),
  }),
}));
