import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { isReadable } from '../store/readable.ts';
import { Document } from './document.ts';
import './interpretation/interpretation.ts';

export const Institution = entityStub(builder, 'Institution', 'id');
const CatalogueItem = entityStub(builder, 'CatalogueItem', 'id');

builder.prismaObjectFields(Document, (t) => ({
  issuer: t.field({
    type: Institution,
    nullable: true,
    description: 'Who issued it (发文机关).',
    select: { issuerId: true },
    resolve: ({ issuerId }) => ({ id: issuerId }),
  }),
  leadIssuer: t.field({
    type: Institution,
    nullable: true,
    description:
      'Of a document made jointly, the institution in the lead, which discloses it (rule D8); null otherwise.',
    select: { leadIssuerId: true },
    resolve: ({ leadIssuerId }) => (leadIssuerId === null ? null : { id: leadIssuerId }),
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
}));

builder.prismaObjectField(Document, 'superior', (t) =>
  t.field({
    type: Document,
    nullable: true,
    description: "The superior's document that it carries out; null when there is none that the caller may read.",
    select: (_args, _context, nested) => ({ superior: nested(true) }),
    resolve: ({ superior }, _args, { scope }) =>
      superior !== null && isReadable(superior, scope.viewer) ? superior : null,
  }),
);
