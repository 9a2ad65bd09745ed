import { builder } from '../../builder.ts';
import type { MajorDecision as Decision } from '../../store/database.ts';
import { majorDecisionById } from '../../store/decision/decisions.ts';
import { documentById } from '../../store/documents.ts';
import { Institution } from '../document-links.ts';
import { Document } from '../document.ts';
import { DecisionChannel, DecisionStage } from './enums.ts';

type Heard = Pick<
  Decision,
  'consultationOpensOn' | 'consultationClosesOn' | 'shorteningReason' | 'consultationChannels'
>;

const DecisionConsultation = builder.objectRef<Heard>('DecisionConsultation').implement({
  description: 'The consultation of the public on a draft (公开征求意见, rules M2 and M7).',
  fields: (t) => ({
    opensOn: t.expose('consultationOpensOn', { type: 'Date', nullable: true, description: 'The first day.' }),
    closesOn: t.expose('consultationClosesOn', { type: 'Date', nullable: true, description: 'The last day.' }),
    shorteningReason: t.exposeString('shorteningReason', {
      nullable: true,
      description: 'Why it is shorter than 30 calendar days, as told when it opened; null when it is not.',
    }),
    channels: t.expose('consultationChannels', { type: [DecisionChannel], description: 'How the public is heard.' }),
  }),
});

export const MajorDecision = builder.prismaObject('MajorDecision', {
  description:
    'A major administrative decision (重大行政决策) on its way from the yearly catalogue to the answer to the public. Departments follow 重大行政决策程序暂行条例 by reference (参照执行, rule M8). Public once its catalogue is.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The matter (事项名称) in Chinese.' }),
    undertaker: t.exposeString('undertaker', { description: 'The unit that prepares it (承办单位).' }),
    plannedFor: t.exposeString('plannedFor', { nullable: true, description: 'When it is planned, in words.' }),
    stage: t.expose('stage', { type: DecisionStage, description: 'How far it has come.' }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose decision it is.',
      select: { issuerId: true },
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(MajorDecision, (t) => ({
  consultation: t.field({
    type: DecisionConsultation,
    nullable: true,
    description: 'The consultation of the public; null before it opens.',
    select: {
      consultationOpensOn: true,
      consultationClosesOn: true,
      shorteningReason: true,
      consultationChannels: true,
    },
    resolve: (decision) => (decision.consultationOpensOn === null ? null : decision),
  }),
  decidedOn: t.expose('decidedOn', {
    type: 'Date',
    nullable: true,
    description: 'The day that the decision document bears; null before the decision.',
  }),
  document: t.field({
    type: Document,
    nullable: true,
    description: 'The decision document; null before the decision, and for those who may not read it.',
    select: { documentId: true },
    resolve: ({ documentId }, _args, context, info) =>
      documentId === null ? null : documentById(documentId, context, info),
  }),
  abandonedReason: t.exposeString('abandonedReason', {
    nullable: true,
    description: 'Why it was given up; null unless it was.',
  }),
}));

builder.asEntity(MajorDecision, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => majorDecisionById(id, context, info),
});
