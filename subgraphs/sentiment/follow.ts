import { followCalendar } from '../kit/follow-calendar.ts';
import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import { recountWorkingDays } from './commands/alarms/recount-working-days.ts';
import type { Transaction } from './store/database.ts';

const calendar = followCalendar<Transaction>('sentiment');

/** What this subgraph keeps of others' changes: who may be responsible for a matter, and which days are worked. When
 * these change, so do the ends of the clocks that count them. */
export const followers: readonly Follower<Transaction>[] = [
  followInstitutions('sentiment'),
  {
    ...calendar,
    apply: async (tx, entries, record, holdings) => {
      await calendar.apply(tx, entries, record, holdings);
      const { clock, handling } = holdings;
      await recountWorkingDays({ tx, record, clock, alarmDistances: handling.alarmDistances });
    },
  },
];
