import { builder } from '../../builder.ts';
import { Channel, OpinionSource, Severity } from '../enums.ts';
import { EvidenceInput } from '../evidence.ts';
import { AccountabilityKind, ResponseKind } from './enums.ts';

const region = { required: true, description: 'The region that it concerns, by GB/T 2260 code.' } as const;
const title = {
  required: true,
  description: 'The matter in a line, public once judged; at most 200 characters. Personal data is masked in it.',
} as const;
const summary = { description: 'What happened, for staff only; at most 5,000 characters.' } as const;
const topic = {
  description: 'In a word or two, what it is about, public once judged; at most 50 characters.',
} as const;
const places = { description: 'Other regions that it touches, by GB/T 2260 code; at most 50.' } as const;
const source = { type: OpinionSource, required: true, description: 'Where it came up.' } as const;
const detectedAt = {
  type: 'DateTime',
  required: true,
  description: 'When it was detected; not in the future.',
} as const;
const severity = { type: Severity, required: true, description: 'How grave it was judged to be.' } as const;
const responsible = { description: 'The institution that must answer.' } as const;
const note = { description: 'What is noted, for staff only; at most 2,000 characters.' } as const;
const evidence = {
  type: [EvidenceInput] as [typeof EvidenceInput],
  description: 'What proves it, for staff only; at most 20.',
};

export const DetectOpinionEventInput = builder.inputType('DetectOpinionEventInput', {
  description: 'A matter of public concern, as it was detected.',
  fields: (t) => ({
    region: t.id(region),
    title: t.string(title),
    summary: t.string(summary),
    topic: t.string(topic),
    places: t.idList(places),
    source: t.field(source),
    detectedAt: t.field(detectedAt),
    responsible: t.id(responsible),
  }),
});

export const RecordOpinionEventInput = builder.inputType('RecordOpinionEventInput', {
  description: 'A matter of public concern, as it was detected and judged.',
  fields: (t) => ({
    region: t.id(region),
    title: t.string(title),
    summary: t.string(summary),
    topic: t.string(topic),
    places: t.idList(places),
    source: t.field(source),
    detectedAt: t.field(detectedAt),
    severity: t.field(severity),
    verificationAsked: t.boolean({ description: 'Whether a superior asked that it be verified; false when left out.' }),
    reason: t.string({ description: 'Why it is judged so, for staff only; at most 2,000 characters.' }),
    responsible: t.id(responsible),
  }),
});

export const JudgeOpinionEventInput = builder.inputType('JudgeOpinionEventInput', {
  description: 'A judgement of how grave a matter is.',
  fields: (t) => ({
    severity: t.field(severity),
    verificationAsked: t.boolean({
      description: 'Whether a superior asked that it be verified; as it stands when left out, at first false.',
    }),
    reason: t.string({
      description: 'Why, for staff only; at most 2,000 characters. Needed when it was judged before.',
    }),
  }),
});

export const AssignOpinionEventInput = builder.inputType('AssignOpinionEventInput', {
  description: 'To whom a matter is given.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'The institution that must answer from now on.' }),
    note: t.string(note),
    evidence: t.field(evidence),
  }),
});

export const SuperviseOpinionEventInput = builder.inputType('SuperviseOpinionEventInput', {
  description: 'How an office is urged.',
  fields: (t) => ({
    note: t.string({ required: true, description: 'What is asked of it, for staff only; at most 2,000 characters.' }),
    evidence: t.field(evidence),
  }),
});

export const RespondInput = builder.inputType('RespondInput', {
  description: 'An answer to public concern.',
  fields: (t) => ({
    body: t.string({
      required: true,
      description: 'The text of the answer; at most 20,000 characters. Personal data is masked in it.',
    }),
    channels: t.field({ type: [Channel], required: true, description: 'On which channels it goes out; at least one.' }),
    kind: t.field({ type: ResponseKind, description: 'What it is; RESPONSE when left out.' }),
    keep: t.stringList({
      description:
        'Passages that are public and are not masked, such as the telephone of the office; at most 100 of at most 200 characters.',
    }),
    refutes: t.idList({ description: 'Rumours of the event that it refutes, none of them refuted yet; at most 50.' }),
  }),
});

export const ReportFindingsInput = builder.inputType('ReportFindingsInput', {
  description: 'What a verification found, for the superior.',
  fields: (t) => ({
    finding: t.string({ required: true, description: 'What was found, for staff only; at most 5,000 characters.' }),
    reportedTo: t.id({ required: true, description: 'The institution that it is reported to.' }),
    evidence: t.field(evidence),
  }),
});

export const VerifyOpinionEventInput = builder.inputType('VerifyOpinionEventInput', {
  description: 'What a check of the outcome found.',
  fields: (t) => ({
    isSatisfactory: t.boolean({ required: true, description: 'Whether the outcome is satisfactory.' }),
    note: t.string({
      description: 'What was found, for staff only; at most 2,000 characters. Needed when it is not satisfactory.',
    }),
    evidence: t.field(evidence),
  }),
});

export const EvaluateResponseInput = builder.inputType('EvaluateResponseInput', {
  description: 'How well an answer worked.',
  fields: (t) => ({
    handledWell: t.boolean({ required: true, description: 'Whether it was handled with vigour (处置得力).' }),
    answeredFittingly: t.boolean({ required: true, description: 'Whether the answer was fitting (回应妥当).' }),
    reportedInTime: t.boolean({ required: true, description: 'Whether it was reported in time (报告及时).' }),
    hadNegativeInfluence: t.boolean({
      required: true,
      description: 'Whether it had a great negative influence (较大负面影响).',
    }),
    note: t.string(note),
  }),
});

export const HoldToAccountInput = builder.inputType('HoldToAccountInput', {
  description: 'By what an office is held to account.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'The institution.' }),
    kind: t.field({ type: AccountabilityKind, required: true, description: 'Circulated criticism or a talk.' }),
    reason: t.string({ required: true, description: 'Why, for staff only; at most 2,000 characters.' }),
    rectifyBy: t.field({ type: 'Date', description: 'The last day for putting it right; not past.' }),
  }),
});
