import { builder } from '../../builder.ts';
import { EvidenceInput } from '../evidence.ts';
import { InquiryKind, InquiryRoute } from './enums.ts';

export const ReceiveInquiryInput = builder.inputType('ReceiveInquiryInput', {
  description:
    'An inquiry as it came in. What is personal is sealed in the database, and never in a message or in a log.',
  fields: (t) => ({
    region: t.id({ required: true, description: 'The region that it came in at, by GB/T 2260 code.' }),
    route: t.field({ type: InquiryRoute, required: true, description: 'How it came in.' }),
    kind: t.field({ type: InquiryKind, required: true, description: 'What it is; decides its time limit.' }),
    isSimple: t.boolean({
      description: 'A simple question (简单问题), answered in one working day; false when left out.',
    }),
    topic: t.string({ description: 'In a word or two, what it is about; public, masked, at most 50 characters.' }),
    title: t.string({ required: true, description: 'The matter in a line; masked, at most 200 characters.' }),
    body: t.string({ required: true, description: 'What was asked or told; at most 20,000 characters. Sealed.' }),
    name: t.string({ description: 'Who asks; at most 200 characters. Sealed. Left out when they did not say.' }),
    contact: t.string({ description: 'Where they are reached; at most 500 characters. Sealed.' }),
    office: t.id({ description: 'The institution that takes it in hand at once (领办).' }),
    receivedAt: t.field({
      type: 'DateTime',
      description: 'When it came in: not in the future, nor more than 366 days ago; now when left out.',
    }),
  }),
});

const EVIDENCE: { type: [typeof EvidenceInput]; description: string } = {
  type: [EvidenceInput],
  description: 'What proves it; at most 20. For staff only.',
};
const NOTE = { description: 'A note, at most 2,000 characters. Sealed.' };
const REASON = { required: true, description: 'Why; at most 2,000 characters. Sealed.' } as const;

export const AssignInquiryInput = builder.inputType('AssignInquiryInput', {
  description: 'Which office takes an inquiry.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'The institution.' }),
    note: t.string(NOTE),
    evidence: t.field(EVIDENCE),
  }),
});

export const ReasonedStepInput = builder.inputType('ReasonedInquiryStepInput', {
  description: 'A step with an inquiry that needs a reason.',
  fields: (t) => ({ reason: t.string(REASON), evidence: t.field(EVIDENCE) }),
});

export const NotedStepInput = builder.inputType('NotedInquiryStepInput', {
  description: 'A step with an inquiry that may have a note.',
  fields: (t) => ({ note: t.string(NOTE), evidence: t.field(EVIDENCE) }),
});

export const SuperviseInquiryInput = builder.inputType('SuperviseInquiryInput', {
  description: 'How an office is urged on (督办).',
  fields: (t) => ({
    note: t.string({ required: true, description: 'What is asked of it; at most 2,000 characters. Sealed.' }),
    evidence: t.field(EVIDENCE),
  }),
});

export const ExtendInquiryInput = builder.inputType('ExtendInquiryInput', {
  description: 'An extension: by a number of days, or to a day.',
  fields: (t) => ({
    days: t.int({
      description: 'By how many days of its clock: of a reply 1 to 60 working days, of a petition 1 to 30.',
    }),
    until: t.field({ type: 'Date', description: 'To which day instead; for a reply a working day.' }),
    reason: t.string(REASON),
    toldOn: t.field({
      type: 'Date',
      description: 'When whoever asked was told how far it has come, why, and the new day; today when left out.',
    }),
    evidence: t.field(EVIDENCE),
  }),
});

export const AnswerInquiryInput = builder.inputType('AnswerInquiryInput', {
  description: 'An answer to an inquiry.',
  fields: (t) => ({
    answer: t.string({
      description:
        'What whoever asked is told; at most 20,000 characters. Sealed. That of the knowledge base when left out.',
    }),
    knowledge: t.id({ description: 'The answer of the knowledge base (知识库) that is given.' }),
    evidence: t.field(EVIDENCE),
  }),
});

export const RateInquiryInput = builder.inputType('RateInquiryInput', {
  description: 'What whoever asked says of the answer.',
  fields: (t) => ({
    isSatisfied: t.boolean({ required: true, description: 'Whether they are satisfied.' }),
    note: t.string(NOTE),
    evidence: t.field(EVIDENCE),
  }),
});

export const RequestPetitionReviewInput = builder.inputType('RequestPetitionReviewInput', {
  description: 'A request for a review (复查) or re-review (复核).',
  fields: (t) => ({
    office: t.id({
      required: true,
      description: 'The institution above, which reviews; another than the one that decided.',
    }),
    reason: t.string(REASON),
    askedAt: t.field({ type: 'DateTime', description: 'When it was asked for; now when left out.' }),
    evidence: t.field(EVIDENCE),
  }),
});

export const DecidePetitionReviewInput = builder.inputType('DecidePetitionReviewInput', {
  description: 'The outcome of a review or re-review.',
  fields: (t) => ({
    answer: t.string({
      required: true,
      description: 'What the petitioner is told; at most 20,000 characters. Sealed.',
    }),
    evidence: t.field(EVIDENCE),
  }),
});
