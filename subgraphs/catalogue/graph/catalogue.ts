import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { catalogueById, catalogueInForce, cataloguesOf } from '../store/catalogues.ts';
import { itemsOfCatalogue } from '../store/items.ts';
import { CatalogueItem } from './catalogue-item.ts';
import { CatalogueStatus } from './catalogue-status.ts';
import { ItemStatus } from './item-enums.ts';

const CatalogueItemConnection = connectionOf(builder, 'CatalogueItem', CatalogueItem);

export const Catalogue = builder.prismaObject('Catalogue', {
  description: 'A standard catalogue of what must be disclosed (政务公开标准目录): one edition, of one region.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    edition: t.exposeString('edition', { description: 'Which edition this is, such as "2020".' }),
    status: t.expose('status', { type: CatalogueStatus, description: 'How far it has come.' }),
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
        status: t.arg({
          type: ItemStatus,
          description: 'Only items that are counted in the coverage and stand so today.',
        }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The items in the order of their codes.',
      resolve: (catalogue, { category, status, ...page }, context, info) =>
        itemsOfCatalogue(
          context,
          { catalogueId: catalogue.id, category: category ?? null, status: status ?? null },
          page,
          queryFromInfo({ context, info, typeName: 'CatalogueItem', path: ['edges', 'node'] }),
        ),
    }),
  }),
});

builder.prismaObjectFields(Catalogue, (t) => ({
  effectiveOn: t.expose('effectiveOn', {
    type: 'Date',
    nullable: true,
    description: 'The first day on which it holds; null while that is not decided.',
  }),
  effectiveUntil: t.expose('effectiveUntil', {
    type: 'Date',
    nullable: true,
    description: 'The first day on which it no longer holds; null while no later edition was approved.',
  }),
  subordinatesFileBy: t.expose('subordinatesFileBy', {
    type: 'Date',
    nullable: true,
    description:
      'The last day on which the regions below file the catalogue that they derive from this one (rule C10); null when none is set.',
  }),
}));

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

const CatalogueConnection = connectionOf(builder, 'Catalogue', Catalogue);

builder.queryFields((t) => ({
  catalogueEdition: t.field({
    type: Catalogue,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an edition.' }) },
    description:
      'One edition, in force or not; editions under way only for staff of the region or of one above it. Null when there is none that may be read.',
    resolve: (_root, { id }, context, info) => catalogueById(id, context, info),
  }),
  catalogues: t.field({
    type: CatalogueConnection,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      status: t.arg({
        type: [CatalogueStatus],
        description: 'Only editions that have come so far; all when left out.',
      }),
      inForceOn: t.arg({ type: 'Date', description: 'Only editions in force on this day.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'All editions of a region and those below it, by region code; editions under way only for staff. With `lacks` it shows what each county lacks of the edition above it.',
    resolve: (_root, { region, status, inForceOn, ...page }, context, info) =>
      cataloguesOf(
        context,
        { regionCode: region, statuses: status ?? null, inForceOn: inForceOn ?? null },
        page,
        queryFromInfo({ context, info, typeName: 'Catalogue', path: ['edges', 'node'] }),
      ),
  }),
}));
