import type { SqlRunner } from '../../core/sql.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import { runnerOn } from '../../feed/lanes.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { routes } from './routes/routes.ts';
import { schema } from './schema.ts';

/** The log's own subgraph; it keeps no tables but the log's. */
export const feed = defineSubgraph<SqlTransaction, SqlRunner>({
  name: 'feed',
  schema,
  openClient: runnerOn,
  closeClient: () => Promise.resolve(),
  followers: [],
  routes,
  calendarTable: null,
});
