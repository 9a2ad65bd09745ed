import { permissionRefusals } from '../../kit/permission.ts';
import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { documentById } from '../store/documents.ts';
import { DocumentAttribute, DocumentStatus, Validity, WithdrawalReason } from './enums.ts';
import './interpretation.ts';

export const Institution = entityStub(builder, 'Institution', 'id');
const CatalogueItem = entityStub(builder, 'CatalogueItem', 'id');
const STAFF = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'] as const;

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
    ground: t.string({
      nullable: true,
      description: 'The legal ground for not disclosing proactively; only for staff of the region.',
      select: { ground: true, regionCode: true },
      resolve: ({ ground, regionCode }, _args, { scope }) =>
        permissionRefusals(scope.viewer, STAFF, regionCode).length === 0 ? ground : null,
    }),
    isPolicy: t.exposeBoolean('isPolicy', {
      description: 'Whether it is a policy document, which needs an interpretation (rule I2).',
    }),
    status: t.expose('status', { type: DocumentStatus, description: 'How far it has come.' }),
    validity: t.expose('validity', { type: Validity, description: 'Whether it still holds.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'The day that it bears (成文日期).' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null before.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn; null unless it was.',
    }),
    withdrawalReason: t.expose('withdrawalReason', {
      type: WithdrawalReason,
      nullable: true,
      description: 'Why it was withdrawn; null unless it was.',
    }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Who issued it (发文机关).',
      select: { issuerId: true },
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    superior: t.relation('superior', {
      nullable: true,
      description: "The superior's document that it carries out; null when there is none that is public.",
    }),
    interpretations: t.relation('interpretations', {
      query: (_args, { scope }) => ({
        where: scope.viewer === null ? { publishedAt: { not: null } } : {},
        orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
      }),
      description: 'What explains it (解读), the first one first; the public sees those that went out.',
    }),
    catalogueItems: t.field({
      type: [CatalogueItem],
      nullable: { list: false, items: true },
      description: 'The catalogue items that it is disclosed under.',
      select: { items: { select: { itemId: true }, orderBy: { itemId: 'asc' } } },
      resolve: ({ items }) => items.map(({ itemId }) => ({ id: itemId })),
    }),
    reviewPasses: t.int({
      description: 'How many of the three review passes are signed.',
      select: { reviewPasses: { select: { pass: true } } },
      resolve: ({ reviewPasses }) => reviewPasses.length,
    }),
    provenance: t.exposeString('provenance', { nullable: true, description: 'Where the facts come from, in words.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(Document, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => documentById(id, context, info),
});
