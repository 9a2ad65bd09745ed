import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Chore } from '../../../kit/chores.ts';
import { purgePersonal } from '../../store/application/purge.ts';
import type { Database } from '../../store/database.ts';

const HOUR_MS = 3_600_000;

/** Every hour, whatever is personal goes out of what was closed long enough ago. */
export const purging: Chore<Database> = {
  name: 'purge personal data',
  everyMs: HOUR_MS,
  run: ({ db, clock }) => {
    const now = clock.now();
    return purgePersonal(db, civilDateOf(now), now);
  },
};
