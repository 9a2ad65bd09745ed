import { builder } from '../../builder.ts';
import { ApplicantKind, ApplicationRoute, DeliveryForm } from './enums.ts';

const ApplicantInput = builder.inputType('ApplicantInput', {
  description: 'Whose an application is. Sealed in the database, and never in a message or in a log (rule R2).',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'The name of the person or organisation; at most 200 characters.',
    }),
    contact: t.string({ required: true, description: 'How to reach them; at most 500 characters.' }),
    identification: t.string({
      required: true,
      description: 'The number of their identification; at most 200 characters.',
    }),
    kind: t.field({ type: ApplicantKind, required: true, description: 'Who applies, by kind.' }),
  }),
});

export const ReceiveApplicationInput = builder.inputType('ReceiveApplicationInput', {
  description: 'An application for disclosure on request as it came in.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'The health authority that handles it.' }),
    route: t.field({ type: ApplicationRoute, required: true, description: 'How it came in.' }),
    receivedOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day that counts as receipt for this route, see R3; not in the future, nor a year ago.',
    }),
    describes: t.string({ required: true, description: 'What is asked for; at most 5,000 characters. Sealed.' }),
    applicant: t.field({ type: ApplicantInput, required: true, description: 'Whose it is.' }),
    documentNumber: t.string({
      description: 'The document number (文号) that it names; at most 200 characters. Sealed.',
    }),
    deliveryForm: t.field({ type: DeliveryForm, description: 'In which form the information is asked for.' }),
    items: t.int({ description: 'Into how many items it was split (一事一申请), 1 to 1,000; 1 when left out.' }),
  }),
});

export const FileComplaintInput = builder.inputType('FileComplaintInput', {
  description: 'A complaint (申诉) as it came in. What is personal is sealed.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'The institution complained of.' }),
    receivedOn: t.field({ type: 'Date', required: true, description: 'The day of receipt.' }),
    name: t.string({ required: true, description: 'Who complains; at most 200 characters. Sealed.' }),
    contact: t.string({ required: true, description: 'How to reach them; at most 500 characters. Sealed.' }),
    describes: t.string({ required: true, description: 'What is complained of; at most 5,000 characters. Sealed.' }),
  }),
});

export const RequestInformationCorrectionInput = builder.inputType('RequestInformationCorrectionInput', {
  description: 'A request to correct (更正) as it came in. What is personal is sealed.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'The health authority that holds what is wrong.' }),
    receivedOn: t.field({ type: 'Date', required: true, description: 'The day of receipt.' }),
    name: t.string({ required: true, description: 'Who asks; at most 200 characters. Sealed.' }),
    contact: t.string({ required: true, description: 'How to reach them; at most 500 characters. Sealed.' }),
    identification: t.string({
      required: true,
      description: 'The number of their identification; at most 200 characters. Sealed.',
    }),
    describes: t.string({ required: true, description: 'What is wrong; at most 5,000 characters. Sealed.' }),
    evidence: t.string({ required: true, description: 'What shows it; at most 5,000 characters. Sealed.' }),
  }),
});
