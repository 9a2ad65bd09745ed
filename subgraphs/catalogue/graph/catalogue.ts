import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { catalogueById, catalogueInForce } from '../store/catalogues.ts';
import { itemsOfCatalogue } from '../store/items.ts';
import { CatalogueItem } from './catalogue-item.ts';

const CatalogueStatus = builder.enumType('CatalogueStatus', {
  description: 'How far a catalogue has come with the body that reviews it.',
  values: {
    DRAFT: { description: 'Being written; for staff only.' },
    FILED: { description: 'Filed with the superior (备案) and not yet decided; for staff only.' },
    RETURNED: { description: 'Returned with opinions; for staff only.' },
    APPROVED: { description: 'Approved by the superior.' },
    SUPERSEDED: { description: 'Was approved, and a later edition has taken its place.' },
  },
});

const CatalogueItemConnection = connectionOf(builder, 'CatalogueItem', CatalogueItem);

const Catalogue = builder.prismaObject('Catalogue', {
  description: 'A standard catalogue of what must be disclosed (政务公开标准目录): one edition, of one region.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    edition: t.exposeString('edition', { description: 'Which edition this is, such as "2020".' }),
    status: t.expose('status', { type: CatalogueStatus, description: 'How far it has come.' }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it holds; null while that is not decided.',
    }),
    region: t.relation('region', { description: 'The region whose catalogue it is.' }),
    issuer: t.relation('issuer', { description: 'The body that issued it.' }),
    basedOn: t.relation('basedOn', {
      nullable: true,
      description: "The superior's catalogue that it was derived from.",
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
    items: t.field({
      type: CatalogueItemConnection,
      args: {
        category: t.arg.string({ description: 'Only items under the category of this code, such as "01".' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The items in the order of their codes.',
      resolve: (catalogue, { category, ...page }, context, info) =>
        itemsOfCatalogue(
          context,
          { catalogueId: catalogue.id, category: category ?? null },
          page,
          queryFromInfo({ context, info, typeName: 'CatalogueItem', path: ['edges', 'node'] }),
        ),
    }),
  }),
});

builder.asEntity(Catalogue, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => catalogueById(id, context, info),
});

builder.queryField('catalogue', (t) =>
  t.field({
    type: Catalogue,
    nullable: true,
    args: {
      region: t.arg.id({
        required: true,
        description: 'The GB/T 2260 code of the region whose own catalogue is asked for.',
      }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description: "The edition of a region's catalogue that is in force on a day; null when it has none.",
    resolve: (_root, { region, on }, context, info) =>
      catalogueInForce(
        context,
        region,
        on ?? civilDateOf(context.clock.now()),
        queryFromInfo({ context, info, typeName: 'Catalogue' }),
      ),
  }),
);
