import { followCalendar } from '../kit/follow-calendar.ts';
import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import { recountApplications } from './store/application/recount.ts';
import type { Transaction } from './store/database.ts';

const calendar = followCalendar<Transaction>('documents');

/** What this subgraph keeps of others' changes: who issues documents, in which region, and which days are worked. */
export const followers: readonly Follower<Transaction>[] = [
  followInstitutions('documents'),
  {
    ...calendar,
    apply: async (tx, entries) => {
      await calendar.apply(tx, entries);
      await recountApplications(tx);
    },
  },
];
