import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { consultCoMaker } from '../../commands/application/consult-co-maker.ts';
import { consultThirdParty } from '../../commands/application/consult-third-party.ts';
import { recordConsultationDelivery } from '../../commands/application/record-consultation-delivery.ts';
import { recordConsultationReply } from '../../commands/application/record-consultation-reply.ts';
import { tellThirdParty } from '../../commands/application/tell-third-party.ts';
import { APPLICATION_ID, applicationAnswer, CONSULTATION_ID, dayArgument, HANDLERS, NOTE } from './answers.ts';
import { ConsultationReply } from './enums.ts';

builder.mutationFields((t) => {
  const args = {
    id: t.arg.id(APPLICATION_ID),
    party: t.arg.string({ required: true, description: 'Who is asked; at most 500 characters. Sealed.' }),
    sentOn: t.arg(dayArgument('When the question is sent; the days after it do not count.')),
    deliveredOn: t.arg({ type: 'Date', description: 'When it reached the one asked, where that is known already.' }),
    note: t.arg.string(NOTE),
  };
  return {
    consultThirdParty: t.field({
      type: applicationAnswer('ConsultThirdParty'),
      args,
      description: `Asks a third party in writing whose trade secrets or privacy are touched (rules R6, R8). ${HANDLERS}`,
      resolve: (_root, input, context) => orRefused(consultThirdParty(input, context)),
    }),
    consultCoMaker: t.field({
      type: applicationAnswer('ConsultCoMaker'),
      args,
      description: `Asks an agency that made the information jointly (rules R7, R8). ${HANDLERS}`,
      resolve: (_root, input, context) => orRefused(consultCoMaker(input, context)),
    }),
  };
});

builder.mutationFields((t) => ({
  recordConsultationDelivery: t.field({
    type: applicationAnswer('RecordConsultationDelivery'),
    args: {
      consultation: t.arg.id(CONSULTATION_ID),
      deliveredOn: t.arg(dayArgument('When the question reached the one asked; 15 working days run from it.')),
    },
    description: `Notes when a question reached the one asked (rules R6, R7). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordConsultationDelivery(args, context)),
  }),
  recordConsultationReply: t.field({
    type: applicationAnswer('RecordConsultationReply'),
    args: {
      consultation: t.arg.id(CONSULTATION_ID),
      repliedOn: t.arg(dayArgument('When they answered; the time limit runs on from the day after.')),
      reply: t.arg({ type: ConsultationReply, required: true, description: 'What they answered.' }),
      isReasonable: t.arg.boolean({ description: 'Of a refusal, whether its reason is a good one; then needed.' }),
      note: t.arg.string(NOTE),
    },
    description: `Notes what someone who was consulted answers (rules R6–R8). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordConsultationReply(args, context)),
  }),
  tellThirdParty: t.field({
    type: applicationAnswer('TellThirdParty'),
    args: {
      consultation: t.arg.id(CONSULTATION_ID),
      toldOn: t.arg(dayArgument('When the third party was told.')),
      note: t.arg.string({
        required: true,
        description: 'What is disclosed, and why; at most 2,000 characters. Sealed.',
      }),
    },
    description: `Notes that a third party that refused was told in writing that the public interest prevails (rule R6). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(tellThirdParty(args, context)),
  }),
}));
