import { defineSubgraph } from '../kit/subgraph.ts';
import { applier } from './apply/index.ts';
import { followers } from './follow.ts';
import { routes } from './routes/routes.ts';
import { schema } from './schema.ts';
import { openClient, type Database, type Transaction } from './store/database.ts';

/** The catalogue subgraph. */
export const catalogue = defineSubgraph<Transaction, Database>({
  name: 'catalogue',
  schema,
  openClient,
  closeClient: (db) => db.$disconnect(),
  followers,
  calendarTable: 'catalogue.calendar_year',
  routes,
  applier,
});
