import { builder } from '../builder.ts';
import { coverageRate, type Coverage, type Tally } from '../rules/coverage.ts';
import type { CoverageAsOf } from '../store/coverage.ts';

/** What the numbers of a tally mean. */
export const tallied = {
  items:
    'How many items are counted: those of the catalogues in force on the day, without abolished ones and those moved to another body.',
  disclosed: 'How many have something published under them and owe nothing that is late (status DISCLOSED).',
  overdue:
    'How many lost what they had, or were not kept up with what came about since, and the time limit has run out (status OVERDUE).',
  missing: 'How many never had anything though their time limit has run out (status MISSING).',
  notDue: 'How many have nothing yet while their time limit still runs (status NOT_DUE).',
  rate: '`disclosed` of `items`, between 0 and 1; null when there are no items.',
} as const;

const Category = builder.prismaObject('Category', {
  description: 'A first-level heading of the standard catalogue (一级事项).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Two digits, the order of the headings.' }),
    name: t.exposeString('name', { description: 'The heading in Chinese.' }),
  }),
});

const CategoryCoverage = builder.objectRef<Coverage['categories'][number]>('CategoryCoverage').implement({
  description: 'How complete the disclosure of one category is.',
  fields: (t) => ({
    category: t.field({ type: Category, description: 'The category.', resolve: (part) => part.category }),
    items: t.exposeInt('items', { description: tallied.items }),
    disclosed: t.exposeInt('disclosed', { description: tallied.disclosed }),
    overdue: t.exposeInt('overdue', { description: tallied.overdue }),
    missing: t.exposeInt('missing', { description: tallied.missing }),
    notDue: t.exposeInt('notDue', { description: tallied.notDue }),
    rate: t.float({ nullable: true, description: tallied.rate, resolve: (part: Tally) => coverageRate(part) }),
  }),
});

export const CoverageType = builder.objectRef<CoverageAsOf>('Coverage').implement({
  description: 'How complete disclosure is on a day: every item of the catalogues in force, by what stood under it.',
  fields: (t) => ({
    items: t.exposeInt('items', { description: tallied.items }),
    disclosed: t.exposeInt('disclosed', { description: tallied.disclosed }),
    overdue: t.exposeInt('overdue', { description: tallied.overdue }),
    missing: t.exposeInt('missing', { description: tallied.missing }),
    notDue: t.exposeInt('notDue', { description: tallied.notDue }),
    rate: t.float({ nullable: true, description: tallied.rate, resolve: (whole: Tally) => coverageRate(whole) }),
    categories: t.field({
      type: [CategoryCoverage],
      description: 'The same by category, in the order of their codes.',
      resolve: (whole) => [...whole.categories],
    }),
    asOf: t.field({
      type: 'Cursor',
      description: 'Up to where the change log was followed for it: what was published later is not counted yet.',
      resolve: ({ position }, _args, { log }) => log.cursorAt(position),
    }),
  }),
});
