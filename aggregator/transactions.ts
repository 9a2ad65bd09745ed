import type { Pool } from 'pg';
import type { SqlRunner } from '../core/sql.ts';
import { inTransaction } from '../prisma/storage/bulk-session.ts';
import { turnstile } from '../prisma/storage/turnstile.ts';
import type { Transact } from './landing.ts';

/** So many lanes write at a time: the others wait, and the connections that are left serve readers. */
const AT_A_TIME = 3;

/** Transactions on connections of the pool, few at a time. */
export function transactionsOn(pool: Pool): Transact {
  const enter = turnstile(AT_A_TIME);
  return async <Result>(work: (tx: SqlRunner) => Promise<Result>): Promise<Result> => {
    const leave = await enter();
    try {
      const client = await pool.connect();
      try {
        return await inTransaction(client, work);
      } finally {
        client.release();
      }
    } finally {
      leave();
    }
  };
}
