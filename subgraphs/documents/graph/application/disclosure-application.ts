import { builder } from '../../builder.ts';
import { applicationById } from '../../store/application/applications.ts';
import { applicantOf, contentOf, type Applicant } from '../../store/application/personal.ts';
import { documentById } from '../../store/documents.ts';
import { Institution } from '../document-links.ts';
import { Document } from '../document.ts';
import { ApplicantKind, ApplicationResult, ApplicationRoute, ApplicationStage, DeliveryForm } from './enums.ts';

const ApplicantType = builder.objectRef<Applicant>('Applicant').implement({
  description: 'Whose an application is. Only the office that handles it sees this, until it is purged.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the person or organisation.' }),
    contact: t.exposeString('contact', { description: 'How to reach them.' }),
    identification: t.exposeString('identification', { description: 'The number of their identification.' }),
  }),
});

export const DisclosureApplication = builder.prismaObject('DisclosureApplication', {
  description:
    'An application for disclosure on request (依申请公开). Staff of its region see number, days, stage and result; what is personal only the office that handles it; the public nothing.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    registrationNumber: t.exposeString('registrationNumber', {
      description: 'The year of receipt and a running number of the office, without gaps, such as 2026-00001.',
    }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The health authority that handles it.',
      select: { officeId: true },
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    route: t.expose('route', { type: ApplicationRoute, description: 'How it came in.' }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'The day of receipt (rule R3); not counted.' }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime', description: 'When it was registered.' }),
    applicantKind: t.expose('applicantKind', { type: ApplicantKind, description: 'Who applies, by kind.' }),
    deliveryForm: t.expose('deliveryForm', {
      type: DeliveryForm,
      nullable: true,
      description: 'In which form the information is asked for; null when nothing was said.',
    }),
    items: t.exposeInt('items', { description: 'How many items it was split into (一事一申请).' }),
    stage: t.expose('stage', { type: ApplicationStage, description: 'How far it has come.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  answeredOn: t.expose('answeredOn', { type: 'Date', nullable: true, description: 'When it was answered.' }),
  result: t.expose('result', { type: ApplicationResult, nullable: true, description: 'How it ended; null before.' }),
  isLate: t.exposeBoolean('isLate', { description: 'Whether it was answered after its last day.' }),
  document: t.field({
    type: Document,
    nullable: true,
    description: 'The document that was given or pointed to; null when none was named or the caller may not read it.',
    select: { documentId: true },
    resolve: ({ documentId }, _args, context, info) =>
      documentId === null ? null : documentById(documentId, context, info),
  }),
  repeats: t.field({
    type: DisclosureApplication,
    nullable: true,
    description: 'Of a repeated one, the earlier application.',
    select: { repeatsId: true },
    resolve: ({ repeatsId }, _args, context, info) =>
      repeatsId === null ? null : applicationById(repeatsId, context, info),
  }),
  archivedOn: t.expose('archivedOn', { type: 'Date', nullable: true, description: 'When the file was closed.' }),
  purgeDueOn: t.expose('purgeDueOn', {
    type: 'Date',
    nullable: true,
    description: 'The day from which whatever is personal is purged; null before it is archived.',
  }),
  purgedAt: t.expose('purgedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When whatever is personal was purged; null before.',
  }),
}));

const OF_OFFICE = { id: true, officeId: true, regionCode: true } as const;

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  applicant: t.field({
    type: ApplicantType,
    nullable: true,
    description: 'Whose it is; only for the office that handles it, and null once purged.',
    select: { ...OF_OFFICE, applicant: true },
    resolve: (one, _args, context) => applicantOf(context, one),
  }),
  describes: t.string({
    nullable: true,
    description: 'What is asked for; only for the office that handles it, and null once purged.',
    select: { ...OF_OFFICE, content: true },
    resolve: (one, _args, context) => contentOf(context, one)?.describes ?? null,
  }),
  documentNumber: t.string({
    nullable: true,
    description: 'The document number (文号) that it names; only for the office that handles it, and null once purged.',
    select: { ...OF_OFFICE, content: true },
    resolve: (one, _args, context) => contentOf(context, one)?.documentNumber ?? null,
  }),
}));
