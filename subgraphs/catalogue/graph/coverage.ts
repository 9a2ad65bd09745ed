import { builder } from '../builder.ts';
import { coverageRate, type Coverage, type Tally } from '../rules/coverage.ts';

const tallied = {
  items: 'How many items the catalogues hold that are in force.',
  disclosed: 'How many of them have something published under them.',
  overdue: 'How many had something that was withdrawn and not replaced.',
  missing: 'How many never had anything though their time limit has run out.',
  notDue: 'How many have nothing yet while their time limit still runs.',
} as const;
const RATE = '`disclosed` of `items`, between 0 and 1; null when there are no items.';

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
    rate: t.float({ nullable: true, description: RATE, resolve: (part: Tally) => coverageRate(part) }),
  }),
});

export const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description: 'How complete disclosure is on a day: every item of the catalogues in force, by what stood under it.',
  fields: (t) => ({
    items: t.exposeInt('items', { description: tallied.items }),
    disclosed: t.exposeInt('disclosed', { description: tallied.disclosed }),
    overdue: t.exposeInt('overdue', { description: tallied.overdue }),
    missing: t.exposeInt('missing', { description: tallied.missing }),
    notDue: t.exposeInt('notDue', { description: tallied.notDue }),
    rate: t.float({ nullable: true, description: RATE, resolve: (whole: Tally) => coverageRate(whole) }),
    categories: t.field({
      type: [CategoryCoverage],
      description: 'The same by category, in the order of their codes.',
      resolve: (whole) => [...whole.categories],
    }),
  }),
});
