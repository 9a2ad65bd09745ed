import type { Yuan } from '../../../../core/yuan.ts';
import { builder } from '../../builder.ts';
import { askedFee, type FeeBand, type ProcessingFee } from '../../rules/application/processing-fee.ts';
import { DisclosureApplication } from './disclosure-application.ts';
import { FeeBasis } from './enums.ts';

const Band = builder.objectRef<FeeBand>('FeeBand').implement({
  description: 'A band of the tariff, and what part of the quantity falls into it.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'The first one that it covers.' }),
    to: t.exposeInt('to', { nullable: true, description: 'The last one that it covers; null when it has no end.' }),
    quantity: t.exposeInt('quantity', { description: 'How many fall into it.' }),
    unitAmount: t.field({ type: 'Yuan', description: 'What each costs.', resolve: ({ unitYuan }) => unitYuan }),
    amount: t.field({ type: 'Yuan', description: 'What they cost together.', resolve: ({ amountYuan }) => amountYuan }),
  }),
});

const ProcessingFeeType = builder.objectRef<ProcessingFee>('ProcessingFee').implement({
  description: 'An information processing fee (信息处理费), by a progressive tariff (rules R11–R14).',
  fields: (t) => ({
    amount: t.field({ type: 'Yuan', description: 'The fee.', resolve: ({ amountYuan }) => amountYuan }),
    bands: t.field({ type: [Band], description: 'What it is made of.', resolve: ({ bands }) => [...bands] }),
  }),
});

builder.queryField('processingFee', (t) =>
  t.field({
    type: ProcessingFeeType,
    args: {
      basis: t.arg({ type: FeeBasis, required: true, description: 'By items or by pages.' }),
      quantity: t.arg.int({ required: true, description: 'How many items or pages, 0 to 100,000.' }),
      before: t.arg.int({
        defaultValue: 0,
        description: 'How many items the same applicant asked for earlier in the month, 0 to 100,000; 0 by pages.',
      }),
    },
    description: 'What an application costs beyond what is free.',
    resolve: (_root, asked) => askedFee(asked),
  }),
);

const FeeNotice = builder.prismaObject('FeeNotice', {
  description: 'The notice of an information processing fee (收费通知; rule R15).',
  fields: (t) => ({
    basis: t.expose('basis', { type: FeeBasis, description: 'What it is reckoned on.' }),
    quantity: t.exposeInt('quantity', { description: 'How many items or pages.' }),
    amount: t.field({
      type: 'Yuan',
      description: 'The fee.',
      select: { amountYuan: true },
      resolve: ({ amountYuan }) => amountYuan.toFixed() as Yuan,
    }),
    notifiedOn: t.expose('notifiedOn', { type: 'Date', description: 'When the applicant was told.' }),
    payBy: t.expose('payBy', { type: 'Date', description: 'The last day to pay.' }),
    paidOn: t.expose('paidOn', { type: 'Date', nullable: true, description: 'When it was paid; null before.' }),
  }),
});

builder.prismaObjectField(DisclosureApplication, 'fee', (t) =>
  t.relation('feeNotice', {
    nullable: true,
    type: FeeNotice,
    description: 'The fee that was asked for; null for none.',
  }),
);
