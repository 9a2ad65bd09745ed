import { followCalendar } from '../kit/follow-calendar.ts';
import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import type { Transaction } from './store/database.ts';

/** What this subgraph keeps of others' changes: who issues documents, in which region, and which days are worked. */
export const followers: readonly Follower<Transaction>[] = [
  followInstitutions('documents'),
  followCalendar('documents'),
];
