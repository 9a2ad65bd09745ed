import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import { builder } from '../builder.ts';
import { daysLate } from '../rules/filing-lateness.ts';
import { catalogueFilings, type CatalogueFiling as Filing } from '../store/catalogue-filings.ts';
import { editionsById } from '../store/catalogues.ts';
import { regionOf } from '../store/regions.ts';
import { CatalogueStatus } from './catalogue-status.ts';
import { Catalogue } from './catalogue.ts';
import { Region } from './region.ts';

type FilingOn = Filing & { readonly on: CivilDate };

const CatalogueFiling = builder.objectRef<FilingOn>('CatalogueFiling').implement({
  description: 'How one region below stands with filing the catalogue that it derives (rule C10).',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that files.',
      resolve: ({ regionCode }, _args, context) => regionOf(context).load(regionCode),
    }),
    catalogue: t.field({
      type: Catalogue,
      nullable: true,
      description:
        "Its latest edition that is derived from the superior's edition in force, a filed one before a draft; null when there is none.",
      resolve: ({ catalogueId }, _args, context) =>
        catalogueId === null ? null : editionsById(context).load(catalogueId),
    }),
    status: t.field({
      type: CatalogueStatus,
      nullable: true,
      description: 'How far that edition had come when the day ended; null when there was none.',
      resolve: ({ status }) => status,
    }),
  }),
});

builder.objectFields(CatalogueFiling, (t) => ({
  dueOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The last day on which filing is on time; null when the superior set none.',
    resolve: ({ dueOn }) => dueOn,
  }),
  filedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day of the first filing; null while nothing is filed.',
    resolve: ({ filedOn }) => filedOn,
  }),
  isLate: t.boolean({
    description: 'True when it was filed after its due day, or is not filed and the due day is past.',
    resolve: (filing) => daysLate(filing, filing.on) > 0,
  }),
  daysLate: t.int({
    description: 'By how many calendar days it was filed late, or is late now; 0 when it is on time.',
    resolve: (filing) => daysLate(filing, filing.on),
  }),
  refileDueOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'After a return: the last day to file again; null when it is not returned or no day was set.',
    resolve: ({ refileDueOn }) => refileDueOn,
  }),
  isRefilingLate: t.boolean({
    description: 'True when it was returned, is not filed again, and the day for that is past.',
    resolve: ({ refileDueOn, on }) => refileDueOn !== null && on > refileDueOn,
  }),
}));

builder.queryField('catalogueFilings', (t) =>
  t.field({
    type: [CatalogueFiling],
    args: {
      region: t.arg.id({
        required: true,
        description: 'The GB/T 2260 code of the superior: those directly below it file.',
      }),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
    },
    description:
      'Who has filed and who is late: every region directly below that has a health authority, by region code. Only for staff of the region or of one above it; others get the fault FORBIDDEN or UNAUTHENTICATED.',
    resolve: async (_root, { region, on }, context) => {
      requireStaffOf(context.scope.viewer, region);
      const day = on ?? civilDateOf(context.clock.now());
      return (await catalogueFilings(context, region, day)).map((filing) => ({ ...filing, on: day }));
    },
  }),
);
