import { builder } from '../../builder.ts';
import { factOf } from '../../store/application/locked-application.ts';
import {
  caseOf,
  type ApplicationCase,
  type ConsultationOfOffice,
  type EventOfOffice,
} from '../../store/application/cases.ts';
import { personalText } from '../../store/application/personal.ts';
import { eventRow } from '../../store/application/sealed.ts';
import { DisclosureApplication } from './disclosure-application.ts';
import { ApplicationEventKind, ConsultationKind, ConsultationOutcome, ConsultationReply } from './enums.ts';

const ApplicationEvent = builder.objectRef<EventOfOffice>('ApplicationEvent').implement({
  description: 'One thing that happened to an application.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: 'From 1, in the order in which they were recorded.' }),
    kind: t.expose('kind', { type: ApplicationEventKind, description: 'What happened.' }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it happened.' }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day that it set: for the correction, the payment, or the delayed answer; null for the rest.',
      resolve: (event) => {
        const fact = factOf(event);
        if (fact.kind === 'CORRECTION_ASKED') return fact.correctBy;
        if (fact.kind === 'FEE_NOTIFIED') return fact.payBy;
        return fact.kind === 'REASONS_GIVEN' ? fact.delayedUntil : null;
      },
    }),
    note: t.string({
      nullable: true,
      description: 'What was noted; only for the office that handles it, and null once purged.',
      resolve: (event, _args, context) => {
        const place = ['event.note', eventRow(event.applicationId, event.sequence)] as const;
        return personalText(context, event.office, place, event.note);
      },
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'The account that recorded it.' }),
  }),
});

const Consultation = builder.objectRef<ConsultationOfOffice>('Consultation').implement({
  description: 'Someone whose opinion was asked (rules R6, R7).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: ConsultationKind, description: 'Whose opinion.' }),
    party: t.string({
      nullable: true,
      description: 'Who was asked; only for the office that handles it, and null once purged.',
      resolve: (one, _args, context) => personalText(context, one.office, ['consultation.party', one.id], one.party),
    }),
    sentOn: t.expose('sentOn', { type: 'Date', description: 'When the question was sent.' }),
    deliveredOn: t.expose('deliveredOn', {
      type: 'Date',
      nullable: true,
      description: 'When it reached the one asked; null while that is not known.',
    }),
    answerBy: t.field({
      type: 'Date',
      description:
        'The last day for the answer: 15 working days after delivery; after sending while the delivery is not known.',
      resolve: ({ limit }) => limit.on,
    }),
    provisional: t.boolean({
      description: 'Whether that day leans on a year whose holidays are not published.',
      resolve: ({ limit }) => limit.provisional,
    }),
    repliedOn: t.expose('repliedOn', { type: 'Date', nullable: true, description: 'When they answered; null before.' }),
    reply: t.expose('reply', { type: ConsultationReply, nullable: true, description: 'What they answered.' }),
    outcome: t.expose('outcome', { type: ConsultationOutcome, description: 'How it stands today.' }),
    publicInterestToldOn: t.expose('publicInterestToldOn', {
      type: 'Date',
      nullable: true,
      description: 'When a third party that refused was told that the public interest prevails; null unless it was.',
    }),
  }),
});

type Correction = NonNullable<ApplicationCase['standing']['correction']>;
type Extension = NonNullable<ApplicationCase['standing']['extension']>;

const ApplicationCorrection = builder.objectRef<Correction>('ApplicationCorrection').implement({
  description: 'A correction (补正) that was asked for (rule R5).',
  fields: (t) => ({
    askedOn: t.expose('askedOn', { type: 'Date', description: 'When it was asked for.' }),
    correctBy: t.expose('correctBy', { type: 'Date', description: 'The last day for it.' }),
    correctedOn: t.expose('correctedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it came in; null before.',
    }),
  }),
});

const ApplicationExtension = builder.objectRef<Extension>('ApplicationExtension').implement({
  description: 'An extension of the time limit (rule R4).',
  fields: (t) => ({
    days: t.exposeInt('days', { description: 'By how many working days.' }),
    toldOn: t.expose('toldOn', { type: 'Date', description: 'When the applicant was told.' }),
    approvedBy: t.exposeString('approvedBy', { description: 'The account that approved it.' }),
  }),
});

const SELECTED = { id: true } as const;

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  events: t.field({
    type: [ApplicationEvent],
    description: 'What happened since it was registered, in the order in which it was recorded.',
    select: SELECTED,
    resolve: async ({ id }, _args, context) => [...((await caseOf(context, id))?.events ?? [])],
  }),
  consultations: t.field({
    type: [Consultation],
    description: 'Those whose opinion was asked, the first one first.',
    select: SELECTED,
    resolve: async ({ id }, _args, context) => [...((await caseOf(context, id))?.consultations ?? [])],
  }),
  correction: t.field({
    type: ApplicationCorrection,
    nullable: true,
    description: 'The correction that was asked for; null when none was.',
    select: SELECTED,
    resolve: async ({ id }, _args, context) => (await caseOf(context, id))?.standing.correction ?? null,
  }),
  extension: t.field({
    type: ApplicationExtension,
    nullable: true,
    description: 'The extension; null without one.',
    select: SELECTED,
    resolve: async ({ id }, _args, context) => (await caseOf(context, id))?.standing.extension ?? null,
  }),
}));
