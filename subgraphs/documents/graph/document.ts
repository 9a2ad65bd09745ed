import { builder } from '../builder.ts';
import { documentById } from '../store/documents.ts';
import { DocumentAttribute, Validity } from './enums.ts';

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

builder.asEntity(Document, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => documentById(id, context, info),
});
