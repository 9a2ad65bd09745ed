import { DISCLOSURE_SUBJECTS } from '../../../core/change.ts';
import { builder } from '../builder.ts';
import { entryOf, follow } from '../stream.ts';
import { Change } from './change.ts';
import { ChangeFilter } from './change-filter.ts';

builder.subscriptionType({
  description:
    'What happens, as it happens. Each field replays what was missed after a cursor, then goes on live (schema/FEED.md, 6).',
});

builder.subscriptionField('disclosures', (t) =>
  t.field({
    type: Change,
    args: {
      after: t.arg({ type: 'Cursor', description: 'The last event that was dealt with; left out: live only.' }),
      filter: t.arg({ type: ChangeFilter, description: 'Which disclosures; all when left out.' }),
    },
    description:
      'Every disclosure: catalogues, documents, interpretations, price lists, opinion events and answers, links and how disclosures read on their channels, notices of failure to disclose, yearly catalogues of decisions and each decision on its way, annual reports, answers of the knowledge base and monthly figures.',
    subscribe: (_root, { after, filter }, context) => follow(context, { after, filter, among: DISCLOSURE_SUBJECTS }),
    resolve: (item) => entryOf(item),
  }),
);
