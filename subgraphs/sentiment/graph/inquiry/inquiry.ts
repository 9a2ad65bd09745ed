import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { inquiryById } from '../../store/inquiry/inquiries.ts';
import { clocksOfInquiry } from '../../store/inquiry/inquiry-clocks.ts';
import { personalText } from '../../store/inquiry/personal.ts';
import { possibleRepeatsOf } from '../../store/inquiry/possible-repeats.ts';
import { stepsOfInquiry } from '../../store/inquiry/steps.ts';
import { Deadline } from '../clocks/deadline.ts';
import { Institution, Region } from '../references.ts';
import { InquiryKind, InquiryRoute, InquiryStage } from './enums.ts';
import { InquiryStep } from './inquiry-step.ts';

export const Inquiry = builder.prismaObject('Inquiry', {
  description:
    'What one person asks or tells an authority (咨询、留言、来电、来信), and how it is dealt with. Public are how it came in, its topic, its dates and its deadlines; everything else is for staff of the region.',
  select: { id: true, regionCode: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that it came in at.',
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    route: t.expose('route', { type: InquiryRoute, description: 'How it came in.' }),
    kind: t.expose('kind', { type: InquiryKind, description: 'What it is.' }),
    isSimple: t.exposeBoolean('isSimple', {
      description: 'A simple question (简单问题), answered in one working day.',
    }),
    topic: t.exposeString('topic', {
      nullable: true,
      description: 'In a word or two, what it is about, personal data masked; null when not said.',
    }),
    stage: t.expose('stage', { type: InquiryStage, description: 'How far it has come.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office that has it in hand; null when none has.',
      select: { officeId: true },
      resolve: ({ officeId }) => (officeId === null ? null : { id: officeId }),
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came in.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first answered, or told that it is not accepted.',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(Inquiry, (t) => ({
  deadlines: t.field({
    type: [Deadline],
    description: 'Every deadline that it has or had, the earliest end first.',
    resolve: ({ id }, _args, context) => clocksOfInquiry(context, id),
  }),
  receipt: t.string({
    nullable: true,
    description: 'The receipt (受理编号) that was given to whoever asked; only for staff of the region.',
    select: { receipt: true },
    resolve: ({ receipt, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? receipt : null),
  }),
  title: t.string({
    nullable: true,
    description: 'What it is about in a line, personal data masked; only for staff of the region.',
    select: { title: true },
    resolve: ({ title, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? title : null),
  }),
  isSatisfied: t.boolean({
    nullable: true,
    description: 'What whoever asked said of the last answer; only for staff of the region, null while they did not.',
    select: { isSatisfied: true },
    resolve: ({ isSatisfied, regionCode }, _args, { scope }) =>
      isStaffOf(scope.viewer, regionCode) ? isSatisfied : null,
  }),
  steps: t.field({
    type: [InquiryStep],
    description: 'What was done with it, the first step first; only for staff of the region, empty for everyone else.',
    resolve: async ({ id, regionCode }, _args, context) =>
      isStaffOf(context.scope.viewer, regionCode) ? stepsOfInquiry(context, id) : [],
  }),
}));

const OPENED = 'Only for staff of the region; null for everyone else, when there is none, and once it was erased.';

builder.prismaObjectFields(Inquiry, (t) => ({
  body: t.string({
    nullable: true,
    description: `What was asked or told. ${OPENED}`,
    select: { body: true, name: true, contact: true },
    resolve: (inquiry, _args, context) => personalText(context, inquiry, 'body'),
  }),
  name: t.string({
    nullable: true,
    description: `Who asked. ${OPENED}`,
    select: { body: true, name: true, contact: true },
    resolve: (inquiry, _args, context) => personalText(context, inquiry, 'name'),
  }),
  contact: t.string({
    nullable: true,
    description: `Where they are reached. ${OPENED}`,
    select: { body: true, name: true, contact: true },
    resolve: (inquiry, _args, context) => personalText(context, inquiry, 'contact'),
  }),
  repeats: t.field({
    type: Inquiry,
    nullable: true,
    description:
      'The earlier inquiry that it repeats (重复事项), where the answer stands; only for staff of the region.',
    select: { repeats: true },
    resolve: ({ repeats, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? repeats : null),
  }),
  possibleRepeats: t.field({
    type: [Inquiry],
    description:
      'Inquiries of the same region that it may repeat: of the same contact, or of the same topic with nearly the same title; at most 10, the last received first. Only for staff of the region, empty for everyone else.',
    resolve: async ({ id, regionCode }, _args, context) =>
      isStaffOf(context.scope.viewer, regionCode) ? possibleRepeatsOf(context, id) : [],
  }),
}));

builder.asEntity(Inquiry, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => inquiryById(id, context, info),
});
