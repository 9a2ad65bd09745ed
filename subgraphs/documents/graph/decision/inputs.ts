import { builder } from '../../builder.ts';
import { DecisionAssessmentKind, DecisionChannel, DecisionLinkKind, LegalityOpinion } from './enums.ts';

export const ListDecisionInput = builder.inputType('ListDecisionInput', {
  description: 'A decision as it is listed in the catalogue of an issuer and a year.',
  fields: (t) => ({
    issuer: t.id({ required: true, description: 'Whose decision it is.' }),
    year: t.int({ required: true, description: 'The year of the catalogue, from 2000 to next year.' }),
    title: t.string({ required: true, description: 'The matter; at most 300 characters, once in a catalogue.' }),
    undertaker: t.string({ required: true, description: 'The unit that prepares it; at most 200 characters.' }),
    plannedFor: t.string({ description: 'When it is planned, in words; at most 200 characters.' }),
  }),
});

export const AmendListedDecisionInput = builder.inputType('AmendListedDecisionInput', {
  description: 'A listed decision in other words.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'The matter; at most 300 characters, once in a catalogue.' }),
    undertaker: t.string({ required: true, description: 'The unit that prepares it; at most 200 characters.' }),
    plannedFor: t.string({ description: 'When it is planned, in words; at most 200 characters.' }),
  }),
});

export const DecisionLinkInput = builder.inputType('DecisionLinkInput', {
  description: 'A link for the page of a decision: exactly one of address and document.',
  fields: (t) => ({
    kind: t.field({ type: DecisionLinkKind, required: true, description: 'What it leads to.' }),
    title: t.string({ required: true, description: 'The title; at most 300 characters.' }),
    url: t.string({ description: 'An address, http or https.' }),
    document: t.id({ description: 'A document; published, when the decision is public.' }),
  }),
});

export const OpenDecisionConsultationInput = builder.inputType('OpenDecisionConsultationInput', {
  description: 'A consultation of the public on a draft.',
  fields: (t) => ({
    opensOn: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    closesOn: t.field({
      type: 'Date',
      required: true,
      description: 'The last day: the 30th, counted from the first, or later.',
    }),
    shorteningReason: t.string({
      description: 'Why it is shorter than 30 calendar days; told by the day it opens. At most 1,000 characters.',
    }),
    channels: t.field({
      type: [DecisionChannel],
      required: true,
      description: 'How the public is heard: the website, and a suggestion mailbox or new media besides (rule M7).',
    }),
  }),
});

export const DecisionAssessmentInput = builder.inputType('DecisionAssessmentInput', {
  description: 'An assessment of a draft: exactly one of what was found and why it is not needed.',
  fields: (t) => ({
    kind: t.field({ type: DecisionAssessmentKind, required: true, description: 'What was assessed.' }),
    on: t.field({ type: 'Date', required: true, description: 'The day; not in the future.' }),
    conclusion: t.string({ description: 'What was found; at most 5,000 characters. For staff.' }),
    notNeededBecause: t.string({ description: 'Why it is not needed; at most 1,000 characters. For staff.' }),
  }),
});

export const DecisionHearingInput = builder.inputType('DecisionHearingInput', {
  description: 'A hearing on a draft.',
  fields: (t) => ({
    heldOn: t.field({ type: 'Date', required: true, description: 'The day; not in the future.' }),
    materialsDeliveredOn: t.field({
      type: 'Date',
      required: true,
      description: 'When those who attended had the materials: 7 days before or earlier (rule M3).',
    }),
    participants: t.int({ required: true, description: 'How many attended.' }),
  }),
});

export const LegalityOpinionInput = builder.inputType('LegalityOpinionInput', {
  description: 'The opinion on the legality of a draft.',
  fields: (t) => ({
    on: t.field({
      type: 'Date',
      required: true,
      description: 'The day; 7 working days or more after it was handed in (rule M3), not in the future.',
    }),
    opinion: t.field({ type: LegalityOpinion, required: true, description: 'What was found.' }),
    note: t.string({ description: 'What the reviewers say; at most 5,000 characters. For staff.' }),
    shorteningReason: t.string({ description: 'Why it took less than 7 working days; at most 1,000 characters.' }),
  }),
});

export const DecisionMeetingInput = builder.inputType('DecisionMeetingInput', {
  description: 'The meeting that discussed a decision, as numbers (rule M6).',
  fields: (t) => ({
    heldOn: t.field({ type: 'Date', required: true, description: 'The day; not in the future.' }),
    publicRepresentatives: t.int({
      required: true,
      description: 'How many representatives of the public attended (列席).',
    }),
    opinionsVoiced: t.int({ required: true, description: 'How many opinions they voiced.' }),
    opinionsAdopted: t.int({ required: true, description: 'How many of these were adopted.' }),
  }),
});

export const DecisionFeedbackInput = builder.inputType('DecisionFeedbackInput', {
  description: 'The answer to the public (rule M5).',
  fields: (t) => ({
    opinionsCollected: t.int({ required: true, description: 'How many opinions were collected.' }),
    opinionsAdopted: t.int({ required: true, description: 'How many of these were adopted.' }),
    notAdoptedReasons: t.string({
      description:
        'Why what many asked for was not adopted; needed unless everything was adopted. At most 20,000 characters.',
    }),
  }),
});
