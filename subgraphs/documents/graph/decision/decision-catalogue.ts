import { civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import { builder } from '../../builder.ts';
import { catalogueDueOn, catalogueStanding } from '../../rules/decision/catalogue.ts';
import {
  decisionCatalogueById,
  majorDecisionById,
  owedCatalogues,
  type OwedCatalogue,
} from '../../store/decision/decisions.ts';
import { Institution } from '../document-links.ts';
import { Region } from '../document-lists.ts';
import { MajorDecision } from './major-decision.ts';

export const DecisionCatalogue = builder.prismaObject('DecisionCatalogue', {
  description:
    'The yearly catalogue of major administrative decisions (年度重大行政决策事项目录) of an issuer (rules M1, M8). The public sees it once it is published; staff see drafts of their regions.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    year: t.exposeInt('year', { description: 'The year.' }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose decisions it lists.',
      select: { issuerId: true },
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: "The issuer's region.",
      select: { regionCode: true },
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null while it is a draft.',
    }),
    decisions: t.relation('decisions', {
      query: { orderBy: { id: 'asc' } },
      description: 'The decisions that it lists; at most 100.',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(DecisionCatalogue, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => decisionCatalogueById(id, context, info),
});

/** A catalogue that is owed, as it stands on a day. */
interface OwedOn extends OwedCatalogue {
  readonly on: CivilDate;
}

function standingOf({ year, publishedAt, on }: OwedOn) {
  return catalogueStanding(year, publishedAt && civilDateOf(publishedAt), on);
}

const DecisionCatalogueStanding = builder.objectRef<OwedOn>('DecisionCatalogueStanding').implement({
  description: 'Whether an issuer has published its catalogue of decisions of a year, and whether in time (rule M1).',
  fields: (t) => ({
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Who publishes it.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: "The issuer's region.",
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is in time: 31 March.',
      resolve: ({ year }) => catalogueDueOn(year),
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null when it was not.',
    }),
    isLate: t.boolean({
      description: 'Whether it was published, but after its due day.',
      resolve: (owed) => standingOf(owed).isLate,
    }),
    isOverdue: t.boolean({
      description: 'Whether its due day is past and it was not published by the day asked about.',
      resolve: (owed) => standingOf(owed).isOverdue,
    }),
    catalogue: t.field({
      type: DecisionCatalogue,
      nullable: true,
      description: 'The catalogue; null when there is none that the caller may read.',
      resolve: ({ catalogueId }, _args, context, info) =>
        catalogueId === null ? null : decisionCatalogueById(catalogueId, context, info),
    }),
  }),
});

builder.queryFields((t) => ({
  decisionCatalogues: t.field({
    type: [DecisionCatalogueStanding],
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ required: true, description: 'The year of the catalogues, from 2000.' }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description:
      'One row for every health authority of a region that the hub knows, and every other issuer with a catalogue of the year: the catalogue, or that it is owed, by 31 March (rule M1). Departments publish theirs by reference to the regulation (rule M8).',
    resolve: async (_root, { region, year, on }, context) => {
      const owed = await owedCatalogues(context, region, year);
      return owed.map((one) => ({ ...one, on: on ?? civilDateOf(context.clock.now()) }));
    },
  }),
  majorDecision: t.field({
    type: MajorDecision,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a decision.' }) },
    description: 'One decision; null when there is none of that id that the caller may read.',
    resolve: (_root, { id }, context, info) => majorDecisionById(id, context, info),
  }),
}));
