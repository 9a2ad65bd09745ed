import type { Follower } from '../kit/follower.ts';
import { followInstitutions } from '../kit/follow-institutions.ts';
import type { Transaction } from './store/database.ts';

/** What this subgraph keeps of others' changes: who issues documents, and in which region. */
export const followers: readonly Follower<Transaction>[] = [followInstitutions('documents')];
