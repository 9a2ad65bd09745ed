import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Chore } from '../../../kit/chores.ts';
import type { Database } from '../../store/database.ts';
import { purgeInquiries } from '../../store/inquiry/purge.ts';

const HOUR_MS = 3_600_000;

/** Every hour, whatever is personal goes out of what was closed long enough ago. */
export const purgingInquiries: Chore<Database> = {
  name: 'purge personal data of inquiries',
  everyMs: HOUR_MS,
  run: ({ db, clock }) => purgeInquiries(db, civilDateOf(clock.now())),
};
