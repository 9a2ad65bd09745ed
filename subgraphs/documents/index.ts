import { defineSubgraph } from '../kit/subgraph.ts';
import { applier } from './apply/applier.ts';
import { chores } from './chores.ts';
import { followers } from './follow.ts';
import { routes } from './routes/routes.ts';
import { schema } from './schema.ts';
import { sealingKeyProblem } from './store/application/sealing-key.ts';
import { openClient, type Database, type Transaction } from './store/database.ts';

/** The documents subgraph. */
export const documents = defineSubgraph<Transaction, Database>({
  name: 'documents',
  schema,
  openClient,
  closeClient: (db) => db.$disconnect(),
  followers,
  chores,
  applier,
  routes,
  calendarTable: 'documents.followed_calendar_year',
  problem: sealingKeyProblem,
});
