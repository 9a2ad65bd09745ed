import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { complaintOf, correctionOf, personalText } from '../../store/application/personal.ts';
import { complaintList, informationCorrectionList } from '../../store/application/redress.ts';
import type {
  Complaint as ComplaintRow,
  InformationCorrection as CorrectionRow,
} from '../../store/application/rows.ts';
import { Institution } from '../document-links.ts';
import { ComplaintOutcome, InformationCorrectionOutcome } from './further-enums.ts';

const PERSONAL = 'only for the office that takes it, and null once purged.';

export const Complaint = builder.objectRef<ComplaintRow>('Complaint').implement({
  description: 'A complaint (申诉) about a public institution that does not disclose what it must (rule C20).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution complained of.',
      resolve: ({ institutionId }) => ({ id: institutionId }),
    }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The health authority that takes it.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'The day of receipt.' }),
    name: t.string({
      nullable: true,
      description: `Who complains; ${PERSONAL}`,
      resolve: (one, _args, context) => complaintOf(context, one)?.name ?? null,
    }),
    contact: t.string({
      nullable: true,
      description: `How to reach them; ${PERSONAL}`,
      resolve: (one, _args, context) => complaintOf(context, one)?.contact ?? null,
    }),
    describes: t.string({
      nullable: true,
      description: `What is complained of; ${PERSONAL}`,
      resolve: (one, _args, context) => complaintOf(context, one)?.describes ?? null,
    }),
    outcome: t.expose('outcome', { type: ComplaintOutcome, nullable: true, description: 'What came of it.' }),
    decidedOn: t.expose('decidedOn', { type: 'Date', nullable: true, description: 'When; null before.' }),
    note: t.string({
      nullable: true,
      description: `What the one who complained was told; ${PERSONAL}`,
      resolve: (one, _args, context) => personalText(context, one, ['complaint.note', one.id], one.note),
    }),
  }),
});

export const InformationCorrection = builder.objectRef<CorrectionRow>('InformationCorrection').implement({
  description: 'A request to correct (更正) what an office holds about the one who asks (rule R18).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'The day of receipt.' }),
    name: t.string({
      nullable: true,
      description: `Who asks; ${PERSONAL}`,
      resolve: (one, _args, context) => correctionOf(context, one)?.name ?? null,
    }),
    contact: t.string({
      nullable: true,
      description: `How to reach them; ${PERSONAL}`,
      resolve: (one, _args, context) => correctionOf(context, one)?.contact ?? null,
    }),
    identification: t.string({
      nullable: true,
      description: `The number of their identification; ${PERSONAL}`,
      resolve: (one, _args, context) => correctionOf(context, one)?.identification ?? null,
    }),
    describes: t.string({
      nullable: true,
      description: `What is wrong; ${PERSONAL}`,
      resolve: (one, _args, context) => correctionOf(context, one)?.describes ?? null,
    }),
    evidence: t.string({
      nullable: true,
      description: `What shows it; ${PERSONAL}`,
      resolve: (one, _args, context) => correctionOf(context, one)?.evidence ?? null,
    }),
  }),
});

builder.objectFields(InformationCorrection, (t) => ({
  outcome: t.expose('outcome', {
    type: InformationCorrectionOutcome,
    nullable: true,
    description: 'What came of it.',
  }),
  decidedOn: t.expose('decidedOn', { type: 'Date', nullable: true, description: 'When; null before.' }),
  note: t.string({
    nullable: true,
    description: `What the one who asked was told; ${PERSONAL}`,
    resolve: (one, _args, context) => personalText(context, one, ['correction.note', one.id], one.note),
  }),
}));

const ComplaintConnection = connectionOf(builder, 'Complaint', Complaint);
const InformationCorrectionConnection = connectionOf(builder, 'InformationCorrection', InformationCorrection);

builder.queryFields((t) => {
  const args = {
    region: t.arg.id({ description: 'Of this region and those below it, by GB/T 2260 code.' }),
    isOpen: t.arg.boolean({ description: 'Only those that wait for an outcome, or only those that have one.' }),
    first: t.arg.int(pageArgs.first),
    after: t.arg.string(pageArgs.after),
  };
  return {
    complaints: t.field({
      type: ComplaintConnection,
      args,
      description: 'Complaints about public institutions, the last received first; empty for everyone but staff.',
      resolve: (_root, { first, after, ...filter }, context) => complaintList(context, filter, { first, after }),
    }),
    informationCorrections: t.field({
      type: InformationCorrectionConnection,
      args,
      description: 'Requests to correct, the last received first; empty for everyone but staff.',
      resolve: (_root, { first, after, ...filter }, context) =>
        informationCorrectionList(context, filter, { first, after }),
    }),
  };
});
