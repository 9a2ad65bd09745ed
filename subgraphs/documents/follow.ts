import { followCalendar } from '../kit/follow-calendar.ts';
import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import { recountFeedbackDues } from './commands/decision/recount-feedback-dues.ts';
import { recountApplications } from './store/application/recount.ts';
import type { Transaction } from './store/database.ts';

const calendar = followCalendar<Transaction>('documents');

/**
 * What this subgraph keeps of others' changes: who issues documents, in which region, and which days are worked. When
 * these change, so do the last days of what is open.
 */
export const followers: readonly Follower<Transaction>[] = [
  followInstitutions('documents'),
  {
    ...calendar,
    apply: async (tx, entries, record, holdings) => {
      await calendar.apply(tx, entries, record, holdings);
      await recountApplications(tx);
      const told = entries.at(-1);
      if (told !== undefined) record(...(await recountFeedbackDues(tx, told.occurredAt)));
    },
  },
];
