import type { Pool, PoolClient } from 'pg';

/** Times in milliseconds as they are told. */
export function spread(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, max ${at(1)} ms`;
}

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How PostgreSQL answers a statement. */
export async function planOf(pool: Pool, { text, values }: Statement): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, costs off) ${text}`, [
    ...values,
  ]);
  return rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n');
}

/** Every statement, as the connections of the pool run it. */
export function listen(pool: Pool): Statement[] {
  const statements: Statement[] = [];
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      if (typeof first === 'string') statements.push({ text: first, values: values ?? [] });
      else statements.push({ text: first.text, values: first.values ?? values ?? [] });
      return query(...args);
    };
    Object.assign(client, { query: listening });
  });
  return statements;
}
