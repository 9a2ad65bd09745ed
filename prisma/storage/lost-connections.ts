import type pg from 'pg';

/**
 * Keeps a lost connection from ending the process. `pg` raises an `error` event beside failing the queries that run;
 * unheard, it is fatal, whether the connection is idle or somebody holds it. Whoever uses the connection is told by
 * the query, and the pool opens another.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
