import { sealingKeyCheck } from '../kit/sealing-key.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { applier } from './apply/applier.ts';
import { chores } from './chores.ts';
import { followers } from './follow.ts';
import { schema } from './schema.ts';
import { openClient, type Database, type Transaction } from './store/database.ts';

/** The sentiment subgraph. */
export const sentiment = defineSubgraph<Transaction, Database>({
  name: 'sentiment',
  schema,
  openClient,
  closeClient: (db) => db.$disconnect(),
  followers,
  applier,
  chores,
  calendarTable: 'sentiment.followed_calendar_year',
  problem: sealingKeyCheck('sentiment'),
});
