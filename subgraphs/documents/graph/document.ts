import { builder } from '../builder.ts';
import { documentById } from '../store/documents.ts';
import { DocumentAttribute, DocumentOrigin, Validity } from './enums.ts';

export const Document = builder.prismaObject('Document', {
  description: 'An official document (公文). The public sees what is published; staff see all of their regions.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    body: t.exposeString('body', { description: 'The text; of a sample a summary in our own words.' }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description: 'The document number (文号) in its normal form, such as 沪卫办〔2021〕1号; null when it has none.',
    }),
    indexNumber: t.exposeString('indexNumber', {
      nullable: true,
      description: 'The index number (索引号); null when it has none.',
    }),
    attribute: t.expose('attribute', {
      type: DocumentAttribute,
      nullable: true,
      description: 'How it is disclosed; null in a draft that does not say.',
    }),
    isPolicy: t.exposeBoolean('isPolicy', {
      description: 'Whether it is a policy document, which needs an interpretation (rule I2).',
    }),
    validity: t.expose('validity', { type: Validity, description: 'Whether it still holds.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'The day that it bears (成文日期).' }),
    provenance: t.exposeString('provenance', { nullable: true, description: 'Where the facts come from, in words.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.prismaObjectFields(Document, (t) => ({
  isNormative: t.exposeBoolean('isNormative', {
    description: 'Whether it is an administrative normative document (行政规范性文件), which is cleaned up regularly.',
  }),
  isEnterpriseRelated: t.exposeBoolean('isEnterpriseRelated', {
    description: 'Whether it concerns enterprises (涉企), which were then heard first (rule D21).',
  }),
  theme: t.exposeString('theme', {
    nullable: true,
    description: 'The theme that it is classed under (主题分类); null when it has none.',
  }),
  genre: t.exposeString('genre', { nullable: true, description: 'The genre (体裁分类); null when it has none.' }),
  disclosureClause: t.exposeString('disclosureClause', {
    nullable: true,
    description: 'The clause on disclosure that a policy document holds (公开条款, rule D19); null without one.',
  }),
  origin: t.expose('origin', { type: DocumentOrigin, description: 'Who made it or where it came from (rule D8).' }),
  isLegacy: t.exposeBoolean('isLegacy', {
    description: 'Whether it was issued before attributes were recognised at the source (rule D10).',
  }),
}));

builder.asEntity(Document, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => documentById(id, context, info),
});
