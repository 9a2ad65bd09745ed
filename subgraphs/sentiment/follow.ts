import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import type { Transaction } from './store/database.ts';

/** What this subgraph keeps of others' changes: who may be responsible for an opinion event. */
export const followers: readonly Follower<Transaction>[] = [followInstitutions('sentiment')];
