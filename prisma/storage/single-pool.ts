import pg from 'pg';

/**
 * A pool of one connection, which an SQL error does not cost. `pg.Pool` throws a client away when its query fails; for
 * a socket that is cheap caution, but the embedded database has one session only, and with it would go what the other
 * users of the pool have prepared. A connection that is really broken is still replaced.
 */
export class SinglePool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, max: 1, idleTimeoutMillis: 0 });
    const run = async (...args: Parameters<pg.PoolClient['query']>): Promise<unknown> => {
      const client = await this.connect();
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
      return query(...args).finally(() => {
        client.release();
      });
    };
    this.query = run as typeof this.query;
  }
}
