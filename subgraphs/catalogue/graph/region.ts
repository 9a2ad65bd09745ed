import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../core/civil-date.ts';
import { pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { coverageOf } from '../store/coverage.ts';
import { institutionsOfRegion } from '../store/institutions.ts';
import { coverageRate, type Coverage, type Tally } from '../rules/coverage.ts';
import { regionByCode, regionOf } from '../store/regions.ts';
import { CoverageType, tallied } from './coverage.ts';
import { InstitutionConnection, InstitutionKind } from './institution.ts';

const RegionLevel = builder.enumType('RegionLevel', {
  description: 'The level of a region.',
  values: {
    PROVINCE: { description: 'A province, autonomous region or municipality (省级).' },
    PREFECTURE: { description: 'A prefecture-level city (地级).' },
    COUNTY: { description: 'A county, district or county-level city (县级).' },
  },
});

export const Region = builder.prismaObject('Region', {
  description: 'A province, prefecture or county (行政区划) by its GB/T 2260 code.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'The GB/T 2260 code, six digits.' }),
    name: t.exposeString('name', { description: 'The official name in Chinese.' }),
    level: t.expose('level', { type: RegionLevel, description: 'Province, prefecture or county.' }),
    isPseudo: t.exposeBoolean('isPseudo', {
      description: 'True for statistical placeholders such as 市辖区, which no authority governs.',
    }),
    parent: t.relation('parent', { nullable: true, description: 'The region above; null for a province.' }),
    coverage: t.field({
      type: CoverageType,
      args: { on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }) },
      description:
        'How complete the disclosure of this region and those below it is on a day, past or present; of a day to come, as far as is known today.',
      resolve: (region, { on }, context) => coverageOf(context, region.code, on ?? civilDateOf(context.clock.now())),
    }),
    institutions: t.field({
      type: InstitutionConnection,
      args: {
        kind: t.arg({ type: InstitutionKind, description: 'Only institutions of this kind.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The institutions of this region and those below it, ordered by region code.',
      resolve: (region, { kind, ...page }, context, info) =>
        institutionsOfRegion(
          context,
          { regionCode: region.code, kind: kind ?? null },
          page,
          queryFromInfo({ context, info, typeName: 'Institution', path: ['edges', 'node'] }),
        ),
    }),
  }),
});

const RegionCoverage = builder.objectRef<Coverage['regions'][number]>('RegionCoverage').implement({
  description: "How complete the disclosure under one region's own catalogue is.",
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region whose catalogue it is.',
      resolve: ({ regionCode }, _args, context) => regionOf(context).load(regionCode),
    }),
    items: t.exposeInt('items', { description: tallied.items }),
    disclosed: t.exposeInt('disclosed', { description: tallied.disclosed }),
    overdue: t.exposeInt('overdue', { description: tallied.overdue }),
    missing: t.exposeInt('missing', { description: tallied.missing }),
    notDue: t.exposeInt('notDue', { description: tallied.notDue }),
    rate: t.float({ nullable: true, description: tallied.rate, resolve: (part: Tally) => coverageRate(part) }),
  }),
});

builder.objectField(CoverageType, 'regions', (t) =>
  t.field({
    type: [RegionCoverage],
    description:
      'The same by the region whose catalogue it is, in the order of their codes: a city and each of its counties.',
    resolve: (whole) => [...whole.regions],
  }),
);

builder.asEntity(Region, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => regionByCode(code, context, info),
});

builder.queryField('coverage', (t) =>
  t.field({
    type: CoverageType,
    args: { on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }) },
    description:
      'How complete disclosure is in all regions together on a day, past or present; of a day to come, as far as is known today. For one region and those below it: `region(code:) { coverage }`.',
    resolve: (_root, { on }, context) => coverageOf(context, null, on ?? civilDateOf(context.clock.now())),
  }),
);

builder.queryField('region', (t) =>
  t.field({
    type: Region,
    nullable: true,
    args: { code: t.arg.id({ required: true, description: 'A GB/T 2260 code, such as 140500.' }) },
    description: 'One region; null when there is none of that code.',
    resolve: (_root, { code }, context, info) => regionByCode(code, context, info),
  }),
);
