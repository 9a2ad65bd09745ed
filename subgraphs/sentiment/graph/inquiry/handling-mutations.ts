import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { answerInquiry } from '../../commands/inquiry/answer-inquiry.ts';
import { assignInquiry } from '../../commands/inquiry/assign-inquiry.ts';
import { closeInquiry } from '../../commands/inquiry/close-inquiry.ts';
import { extendInquiry } from '../../commands/inquiry/extend-inquiry.ts';
import { markInquiryRepeated } from '../../commands/inquiry/mark-inquiry-repeated.ts';
import { rateInquiry } from '../../commands/inquiry/rate-inquiry.ts';
import { receiveInquiry } from '../../commands/inquiry/receive-inquiry.ts';
import { reworkInquiry } from '../../commands/inquiry/rework-inquiry.ts';
import { superviseInquiry } from '../../commands/inquiry/supervise-inquiry.ts';
import { HANDLERS, INPUT, INQUIRY_ID, inquiryAnswer, SPEAKERS } from './answers.ts';
import {
  AnswerInquiryInput,
  AssignInquiryInput,
  ExtendInquiryInput,
  NotedStepInput,
  RateInquiryInput,
  ReasonedStepInput,
  ReceiveInquiryInput,
  SuperviseInquiryInput,
} from './inputs.ts';

builder.mutationFields((t) => ({
  receiveInquiry: t.field({
    type: inquiryAnswer('ReceiveInquiry'),
    args: { input: t.arg({ type: ReceiveInquiryInput, required: true, description: 'The inquiry.' }) },
    description: `Records an inquiry, gives it a receipt and says until when it is answered (rules P8–P11). ${HANDLERS}`,
    resolve: (_root, { input }, context) => orRefused(receiveInquiry(input, context)),
  }),
  assignInquiry: t.field({
    type: inquiryAnswer('AssignInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: AssignInquiryInput, ...INPUT }) },
    description: `Gives an inquiry to an office: the first takes it in hand (领办), to others it is passed on (转办), only so often (rule P7). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(assignInquiry(args, context)),
  }),
  superviseInquiry: t.field({
    type: inquiryAnswer('SuperviseInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: SuperviseInquiryInput, ...INPUT }) },
    description:
      'Urges the office that has an inquiry in hand (督办; rule P7). Roles: REVIEWER, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(superviseInquiry(args, context)),
  }),
  extendInquiry: t.field({
    type: inquiryAnswer('ExtendInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: ExtendInquiryInput, ...INPUT }) },
    description: `Extends the time limit of a reply, or once that of the decision on a petition, before it is over; whoever asked is told (rules P9, P10). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(extendInquiry(args, context)),
  }),
  answerInquiry: t.field({
    type: inquiryAnswer('AnswerInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: AnswerInquiryInput, ...INPUT }) },
    description: `Answers an inquiry, which stops its clock; of a petition this is the decision (rules P7–P10). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(answerInquiry(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  rateInquiry: t.field({
    type: inquiryAnswer('RateInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: RateInquiryInput, ...INPUT }) },
    description: `Notes whether whoever asked is satisfied; the last word counts (rules P7, P9). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(rateInquiry(args, context)),
  }),
  reworkInquiry: t.field({
    type: inquiryAnswer('ReworkInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: ReasonedStepInput, ...INPUT }) },
    description: `Sends back an inquiry whose answer did not satisfy (退回重办), for five working days more (rule P9). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(reworkInquiry(args, context)),
  }),
  markInquiryRepeated: t.field({
    type: inquiryAnswer('MarkInquiryRepeated'),
    args: {
      id: t.arg.id(INQUIRY_ID),
      of: t.arg.id({ required: true, description: 'The earlier inquiry of the same region, answered and closed.' }),
      input: t.arg({ type: NotedStepInput, description: 'The step.' }),
    },
    description: `Closes an inquiry that repeats the facts and reasons of an earlier one (rule P9). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(markInquiryRepeated(args, context)),
  }),
  closeInquiry: t.field({
    type: inquiryAnswer('CloseInquiry'),
    args: { id: t.arg.id(INQUIRY_ID), input: t.arg({ type: NotedStepInput, description: 'The step.' }) },
    description: `Closes an answered inquiry that waits for nothing (办结; rules P7, P9, P10). ${SPEAKERS}`,
    resolve: (_root, args, context) => orRefused(closeInquiry(args, context)),
  }),
}));
