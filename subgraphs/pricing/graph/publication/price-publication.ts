import { civilDateOf } from '../../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { PRICED_KINDS } from '../../rules/publication/publication-status.ts';
import { listsOf } from '../../store/price-lists.ts';
import {
  publicationCounts,
  publications,
  type InstitutionPublication as Standing,
  type PublicationScene,
} from '../../store/publication/publications.ts';
import { PriceKind } from '../enums.ts';
import { Institution, PriceList } from '../price-list.ts';

const PublicationStatus = builder.enumType('PublicationStatus', {
  description: 'Whether an institution has published its prices of a kind (rules H1, H11).',
  values: {
    NEVER: { description: 'It has published no list of the kind.' },
    STALE: { description: 'Its last list was published a year before that day or earlier.' },
    CURRENT: { description: 'Its last list was published within the year before that day.' },
  },
});

const PricedInstitutionKind = builder.enumType('PricedInstitutionKind', {
  description: 'The kinds of institution that treat patients, and so have prices to publish.',
  values: {
    HOSPITAL: { description: 'Hospitals (医院).' },
    TOWNSHIP_HEALTH_CENTRE: { description: 'Township health centres (乡镇卫生院).' },
    COMMUNITY_HEALTH_CENTRE: { description: 'Community health centres (社区卫生服务中心).' },
  },
});

const InstitutionPublication = builder.objectRef<Standing>('InstitutionPublication').implement({
  description: 'How an institution stands with one kind of price list.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution.',
      resolve: ({ institutionId }) => ({ id: institutionId }),
    }),
    status: t.field({ type: PublicationStatus, description: 'How it stands.', resolve: ({ status }) => status }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last published; null for never.',
    }),
    priceList: t.field({
      type: PriceList,
      nullable: true,
      description: 'The last list; null for never.',
      resolve: ({ listId }, _args, context) => (listId === null ? null : listsOf(context).load(listId)),
    }),
  }),
});

const InstitutionPublicationConnection = connectionOf(builder, 'InstitutionPublication', InstitutionPublication);

const PricePublication = builder.objectRef<PublicationScene>('PricePublication').implement({
  description: 'Which institutions of a region have published their prices of a kind, and which have not.',
  fields: (t) => ({
    total: t.int({
      description: 'How many institutions there are.',
      resolve: async (scene, _args, context) => {
        const { NEVER, STALE, CURRENT } = await publicationCounts(context, scene);
        return NEVER + STALE + CURRENT;
      },
    }),
    never: t.int({
      description: 'How many have published no list of the kind.',
      resolve: async (scene, _args, context) => (await publicationCounts(context, scene)).NEVER,
    }),
    stale: t.int({
      description: 'How many have not published one for a year.',
      resolve: async (scene, _args, context) => (await publicationCounts(context, scene)).STALE,
    }),
    current: t.int({
      description: 'How many have published one within the year.',
      resolve: async (scene, _args, context) => (await publicationCounts(context, scene)).CURRENT,
    }),
    institutions: t.field({
      type: InstitutionPublicationConnection,
      args: {
        status: t.arg({ type: PublicationStatus, description: 'Only those that stand so.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The institutions, by region.',
      resolve: (scene, { status, ...page }, context) => publications(context, scene, status ?? null, page),
    }),
  }),
});

builder.queryField('pricePublication', (t) =>
  t.field({
    type: PricePublication,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      kind: t.arg({ type: PriceKind, required: true, description: 'Which kind of list.' }),
      on: t.arg({
        type: 'Date',
        description: 'The day asked about, with what was published by then; today when left out.',
      }),
      institutionKinds: t.arg({
        type: [PricedInstitutionKind],
        description: 'Only institutions of these kinds; all that treat patients when left out.',
      }),
    },
    description: 'Who in a region has published prices of a kind, and who has not, or not for a year (rules H1, H11).',
    resolve: (_root, { region, kind, on, institutionKinds }, { clock }) => ({
      ...{ region, kind, on: on ?? civilDateOf(clock.now()) },
      institutionKinds: institutionKinds ?? PRICED_KINDS,
    }),
  }),
);
