import { CHANGE_SUBJECTS } from '../../../core/change.ts';
import { builder } from '../builder.ts';
import { entryOf, follow } from '../stream.ts';
import { Change } from './change.ts';
import { ChangeFilter } from './change-filter.ts';

builder.subscriptionField('changed', (t) =>
  t.field({
    type: Change,
    args: {
      after: t.arg({ type: 'Cursor', description: 'The last event that was dealt with; left out: live only.' }),
      filter: t.arg({ type: ChangeFilter, description: 'Which changes; all when left out.' }),
    },
    description:
      'Every entry of the log as it comes, of all subjects: what `changes` gives in pages. For a hub that keeps a copy; whoever follows disclosures wants `disclosures`.',
    subscribe: (_root, { after, filter }, context) => follow(context, { after, filter, among: CHANGE_SUBJECTS }),
    resolve: (item) => entryOf(item),
  }),
);
