import type { SqlRunner } from '../../core/sql.ts';

/** A client of `pg` as a {@link SqlRunner}. */
export function runnerOf(client: { query(sql: string, values: unknown[]): Promise<{ rows: unknown }> }): SqlRunner {
  return {
    async $queryRawUnsafe<Result>(sql: string, ...values: unknown[]) {
      const { rows } = await client.query(sql, values);
      return rows as Result;
    },
  };
}

/** Runs work between BEGIN and COMMIT on a client that nobody else uses meanwhile. */
export async function inTransaction<Result>(
  client: { query(sql: string, values: unknown[]): Promise<{ rows: unknown }> },
  work: (tx: SqlRunner) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN', []);
  try {
    const result = await work(runnerOf(client));
    await client.query('COMMIT', []);
    return result;
  } catch (error) {
    // What went wrong first is what counts; a lost connection can not roll back and need not.
    await client.query('ROLLBACK', []).catch(() => undefined);
    throw error;
  }
}
