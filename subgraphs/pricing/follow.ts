import { followCalendar } from '../kit/follow-calendar.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import type { Follower } from '../kit/follower.ts';
import type { Transaction } from './store/database.ts';

/** What this subgraph keeps of others' changes: whose prices there are, in which region and of which grade, and which days
 * are worked. */
export const followers: readonly Follower<Transaction>[] = [
  followInstitutions('pricing', { hospital_grade: 'hospitalGrade' }),
  followCalendar('pricing'),
];
