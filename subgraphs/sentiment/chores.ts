import type { Chore } from '../kit/chores.ts';
import { followDistances } from './commands/alarms/follow-distances.ts';
import { tellDueAlarms } from './commands/alarms/tell-due-alarms.ts';
import { purgingInquiries } from './commands/inquiry/purge-inquiries.ts';
import type { Database } from './store/database.ts';

/**
 * What falls due with time alone. The timer of alarms sleeps until the next one; another process may set an earlier one
 * meanwhile, so it looks at the head of the queue twice a second.
 */
export const chores: readonly Chore<Database>[] = [
  { name: 'alarms of deadlines are told', everyMs: 500, run: tellDueAlarms },
  purgingInquiries,
  { name: 'clocks follow the configured distances', everyMs: null, run: followDistances },
];
