import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { disclosureById } from '../store/disclosures.ts';
import { publisherOf } from '../store/institutions.ts';
import { Institution } from './institution.ts';

const Document = entityStub(builder, 'Document', 'id');
const PriceList = entityStub(builder, 'PriceList', 'id');
const OpinionResponse = entityStub(builder, 'OpinionResponse', 'id');

const DisclosureKind = builder.enumType('DisclosureKind', {
  description: 'What kind of thing was published.',
  values: {
    DOCUMENT: { description: 'An official document.' },
    PRICE_LIST: { description: "An institution's price list." },
    RESPONSE: { description: 'An answer to public concern.' },
    LINK: { description: 'A page elsewhere.' },
  },
});

export const Disclosure = builder.prismaObject('Disclosure', {
  description: 'What was published under an item of the catalogue: a projection of the change log.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    kind: t.expose('kind', { type: DisclosureKind, description: 'What kind of thing it is.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it stands outside the hub; null when nowhere.' }),
    publisher: t.field({
      type: Institution,
      nullable: true,
      description: 'Who published it.',
      resolve: (disclosure, _args, context) =>
        disclosure.publisherId === null ? null : publisherOf(context).load(disclosure.publisherId),
    }),
    document: t.field({
      type: Document,
      nullable: true,
      description: 'The document, when it is one.',
      resolve: ({ kind, subjectId }) => (kind === 'DOCUMENT' ? { id: subjectId } : null),
    }),
    priceList: t.field({
      type: PriceList,
      nullable: true,
      description: 'The price list, when it is one.',
      resolve: ({ kind, subjectId }) => (kind === 'PRICE_LIST' ? { id: subjectId } : null),
    }),
    response: t.field({
      type: OpinionResponse,
      nullable: true,
      description: 'The answer, when it is one.',
      resolve: ({ kind, subjectId }) => (kind === 'RESPONSE' ? { id: subjectId } : null),
    }),
  }),
});

builder.asEntity(Disclosure, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => disclosureById(id, context, info),
});
