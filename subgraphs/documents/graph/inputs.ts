import { builder } from '../builder.ts';
import { Channel, DocumentAttribute, InterpretationForm } from './enums.ts';

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
    documentNumber: t.string({
      description: 'The document number (文号), with whichever brackets; kept in its normal form, 〔〕.',
    }),
    indexNumber: t.string({ description: 'The index number (索引号).' }),
    issuedOn: t.field({ type: 'Date', description: 'The day that it bears; not in the future.' }),
    attribute: t.field({ type: DocumentAttribute, description: 'How the drafter proposes to disclose it (rule D1).' }),
    ground: t.string({ description: 'Legal ground, needed unless PROACTIVE, e.g. 政府信息公开条例 第十五条.' }),
    superior: t.id({ description: "The superior's document that it carries out." }),
    catalogueItems: t.idList({ description: 'The catalogue items that it is disclosed under; at most 50.' }),
  }),
});

export const BindInterpretationInput = builder.inputType('BindInterpretationInput', {
  description: 'What explains a document.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'The title; at most 300 characters.' }),
    body: t.string({
      required: true,
      description: 'The text, or what the other forms say; at most 160,000 characters.',
    }),
    forms: t.field({ type: [InterpretationForm], required: true, description: 'The forms it takes; at least one.' }),
    channels: t.field({ type: [Channel], required: true, description: 'The channels it goes out on; at least one.' }),
  }),
});
