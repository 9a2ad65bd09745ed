import { defineSubgraph } from '../kit/subgraph.ts';
import { applier } from './apply/applier.ts';
import { chores } from './chores.ts';
import { followers } from './follow.ts';
import { routes } from './routes/routes.ts';
import { schema } from './schema.ts';
import { openClient, type Database, type Transaction } from './store/database.ts';

/** The pricing subgraph. */
export const pricing = defineSubgraph<Transaction, Database>({
  name: 'pricing',
  schema,
  openClient,
  closeClient: (db) => db.$disconnect(),
  followers,
  chores,
  routes,
  applier,
  calendarTable: 'pricing.followed_calendar_year',
});
