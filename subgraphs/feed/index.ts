import type { SqlTransaction } from '../../feed/append.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { routes } from './routes/routes.ts';
import { schema } from './schema.ts';

/** The log's own subgraph; it keeps no tables but the log's. */
export const feed = defineSubgraph<SqlTransaction, null>({
  name: 'feed',
  schema,
  openClient: () => null,
  closeClient: () => Promise.resolve(),
  followers: [],
  routes,
  calendarTable: null,
});
