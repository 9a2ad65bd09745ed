import { builder } from '../../builder.ts';
import { earlierReceipt, inquiryByReceipt, type HeldInquiry } from '../../store/inquiry/by-receipt.ts';
import { clocksOfInquiry } from '../../store/inquiry/inquiry-clocks.ts';
import { stepNote } from '../../store/inquiry/personal.ts';
import { answersOf } from '../../store/inquiry/told-answers.ts';
import type { InquiryStep } from '../../store/inquiry/rows.ts';
import { Deadline } from '../clocks/deadline.ts';
import { InquiryKind, InquiryStage, InquiryStepKind } from './enums.ts';

const ToldAnswer = builder.objectRef<InquiryStep>('InquiryAnswer').implement({
  description: 'What whoever asked was answered.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: InquiryStepKind,
      description: 'An answer, the outcome of a review, or why a petition was not accepted.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was given.' }),
    text: t.string({
      nullable: true,
      description: 'What it says; null once it was erased.',
      resolve: (step, _args, context) => stepNote(context, step),
    }),
  }),
});

const HeldReceipt = builder.objectRef<HeldInquiry>('InquiryReceipt').implement({
  description: 'How far an inquiry has come, for whoever holds its receipt; nothing of what was asked or by whom.',
  fields: (t) => ({
    receipt: t.exposeString('receipt', { description: 'The receipt (受理编号) as it is written.' }),
    kind: t.expose('kind', { type: InquiryKind, description: 'What the inquiry is.' }),
    stage: t.expose('stage', { type: InquiryStage, description: 'How far it has come.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came in.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first answered.',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    deadlines: t.field({
      type: [Deadline],
      description: 'Every deadline that it has or had, the earliest end first.',
      resolve: ({ id }, _args, context) => clocksOfInquiry(context, id),
    }),
    answers: t.field({
      type: [ToldAnswer],
      description: 'What was answered, the first answer first.',
      resolve: ({ id }, _args, context) => answersOf(context, id),
    }),
    isRepeated: t.boolean({
      description: 'True when it was closed because it repeats an earlier one (重复事项).',
      resolve: ({ repeatsId }) => repeatsId !== null,
    }),
    earlierReceipt: t.string({
      nullable: true,
      description:
        'Of a repeated one, the receipt under which the earlier answer stands; null when that is not known to be of the same person.',
      resolve: earlierReceipt,
    }),
  }),
});

builder.queryField('inquiryByReceipt', (t) =>
  t.field({
    type: HeldReceipt,
    nullable: true,
    args: { receipt: t.arg.string({ required: true, description: 'The receipt; blanks, hyphens and case are free.' }) },
    description:
      'How far an inquiry has come, for whoever holds its receipt, without signing in; null when there is none of that receipt.',
    resolve: (_root, { receipt }, context) => inquiryByReceipt(context, receipt),
  }),
);
