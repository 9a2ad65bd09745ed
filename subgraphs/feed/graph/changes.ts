import type { Page } from '../../../feed/read.ts';
import { ENTRIES_PER_PAGE } from '../../../feed/read.ts';
import { pageSize } from '../../kit/page.ts';
import { builder } from '../builder.ts';
import { Change } from './change.ts';
import { ChangeFilter } from './change-filter.ts';
import { Hub } from './hub.ts';

const ChangePage = builder.objectRef<Page>('ChangePage').implement({
  description: 'A stretch of the change log, all of one instant (schema/FEED.md, 4).',
  fields: (t) => ({
    hub: t.field({ type: Hub, description: 'The hub whose log it is.', resolve: (_page, _args, { log }) => log.hub }),
    nodes: t.field({
      type: [Change],
      description: 'The entries that fit, in commit order.',
      resolve: (page) => [...page.entries],
    }),
    endCursor: t.field({
      type: 'Cursor',
      description: 'How far the log was read, which may be beyond the last node: continue from here.',
      resolve: (page) => page.endCursor,
    }),
    hasMore: t.exposeBoolean('hasMore', {
      description: 'Whether the log goes on behind `endCursor`; if not, subscribe from there.',
    }),
    head: t.field({ type: 'Cursor', description: 'The last entry there was.', resolve: (page) => page.head }),
  }),
});

builder.queryField('changes', (t) =>
  t.field({
    type: ChangePage,
    args: {
      after: t.arg({
        type: 'Cursor',
        description: 'The `endCursor` of the page before; null or left out: from the beginning.',
      }),
      first: t.arg.int({ required: true, description: `How many entries at most, 1 to ${String(ENTRIES_PER_PAGE)}.` }),
      filter: t.arg({ type: ChangeFilter, description: 'Which entries; all when left out.' }),
    },
    description:
      'The change log after a cursor. Faults: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_TRIMMED (with the export to start from), LIMIT_EXCEEDED.',
    resolve: (_root, { after, first, filter }, { log }) =>
      log.read({ after: after ?? null, first: pageSize(first, ENTRIES_PER_PAGE), filter }),
  }),
);
