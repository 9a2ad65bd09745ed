import type { SqlRunner } from '../../core/sql.ts';
import { createSubgraphBuilder } from '../kit/builder.ts';

/** The log has no models: its reads are the log's own, and those of its lanes plain SQL. */
export const builder = createSubgraphBuilder<object, SqlRunner>(null);

builder.mutationType({ description: 'What signed-in staff may change.' });
