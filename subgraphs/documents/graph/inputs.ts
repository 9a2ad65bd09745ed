import { builder } from '../builder.ts';
import { DocumentAttribute, DocumentOrigin } from './enums.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** What a drafter may say or leave out. */
function detailsOf(t: InputFields) {
  return {
    documentNumber: t.string({
      description: 'The document number (文号), with whichever brackets; kept in its normal form, 〔〕.',
    }),
    indexNumber: t.string({ description: 'The index number (索引号).' }),
    issuedOn: t.field({ type: 'Date', description: 'The day that it bears; not in the future.' }),
    effectiveOn: t.field({ type: 'Date', description: 'The first day on which it holds; not before `issuedOn`.' }),
    expiresOn: t.field({ type: 'Date', description: 'The last day on which it holds; it expires by itself after it.' }),
    attribute: t.field({ type: DocumentAttribute, description: 'How the drafter proposes to disclose it (rule D1).' }),
    ground: t.string({ description: 'Legal ground, needed unless PROACTIVE, e.g. 政府信息公开条例 第十五条.' }),
    superior: t.id({ description: "The superior's document that it carries out." }),
    superiorException: t.string({
      description:
        "Why it is withheld although the superior's document is disclosed: the recorded exception that rule D4 leaves open.",
    }),
    catalogueItems: t.idList({ description: 'The catalogue items that it is disclosed under; at most 50.' }),
    isNormative: t.boolean({
      description: 'Whether it is an administrative normative document (行政规范性文件); false when left out.',
    }),
    isEnterpriseRelated: t.boolean({
      description:
        'Whether it concerns enterprises (涉企), which are then heard first (rule D21); false when left out.',
    }),
    theme: t.string({ description: 'The theme that it is classed under (主题分类); at most 100 characters.' }),
    genre: t.string({ description: 'The genre (体裁分类), such as 通知; at most 100 characters.' }),
    disclosureClause: t.string({
      description:
        'The clause on disclosure that a policy document holds (公开条款, rule D19); at most 2,000 characters.',
    }),
    origin: t.field({ type: DocumentOrigin, description: 'Who made it; MADE when left out (rule D8).' }),
    leadIssuer: t.id({ description: 'Of a document made jointly, the institution in the lead, which discloses it.' }),
  };
}

export const DraftDocumentInput = builder.inputType('DraftDocumentInput', {
  description: 'A document as its drafter hands it in.',
  fields: (t) => ({
    issuer: t.id({ required: true, description: 'The institution that issues it.' }),
    title: t.string({ required: true, description: 'The title; at most 300 characters.' }),
    body: t.string({ required: true, description: 'The text; at most 160,000 characters.' }),
    isPolicy: t.boolean({
      required: true,
      description: 'Whether it is a policy document, which needs an interpretation (rule I2).',
    }),
    ...detailsOf(t),
  }),
});

export const AmendDocumentDraftInput = builder.inputType('AmendDocumentDraftInput', {
  description: 'What is changed of a draft. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    title: t.string({ description: 'The title; at most 300 characters.' }),
    body: t.string({ description: 'The text; at most 160,000 characters.' }),
    isPolicy: t.boolean({ description: 'Whether it is a policy document, which needs an interpretation (rule I2).' }),
    ...detailsOf(t),
  }),
});

/** An attribute that others than the drafter decide on. */
function decisionOf(t: InputFields) {
  return {
    attribute: t.field({ type: DocumentAttribute, required: true, description: 'How it is disclosed from now on.' }),
    ground: t.string({ description: 'Legal ground, needed unless PROACTIVE.' }),
    superiorException: t.string({
      description: "Why it is withheld although the superior's document is disclosed (rule D4).",
    }),
  };
}

export const ReviewAttributeInput = builder.inputType('ReviewAttributeInput', {
  description: 'What a review of the attribute of a document that is not public decides (rules D5, D6).',
  fields: (t) => ({
    ...decisionOf(t),
    note: t.string({ description: 'What the review found; for staff, at most 1,000 characters.' }),
  }),
});

export const RecognisedAttributeInput = builder.inputType('RecognisedAttributeInput', {
  description: 'The attribute of one document from before attribution (rule D10).',
  fields: (t) => ({
    document: t.id({ required: true, description: 'A document of `staffDocuments` that waits for its attribute.' }),
    ...decisionOf(t),
  }),
});

export const RecordDocumentConsultationInput = builder.inputType('RecordDocumentConsultationInput', {
  description: 'How the public was heard before a document was decided (公开征求意见, rules D21, M2).',
  fields: (t) => ({
    opensOn: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    closesOn: t.field({
      type: 'Date',
      required: true,
      description: 'The last day, not in the future; 30 calendar days or more, the first and the last counted.',
    }),
    shorteningReason: t.string({ description: 'Why it was shorter than 30 days, as told when it opened.' }),
    heardFrom: t.string({
      description: 'Which enterprises and associations were heard, in words; needed when it concerns enterprises.',
    }),
  }),
});
