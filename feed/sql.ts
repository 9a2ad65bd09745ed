import type { Pool } from 'pg';
import type { SqlRunner } from '../core/sql.ts';

/** What the log needs of a pool of PostgreSQL connections (`pg.Pool`). It never holds a connection between statements. */
export type SqlPool = Pick<Pool, 'query'>;

/** A transaction that someone else began and will end. Every Prisma transaction client is one. */
export type SqlTransaction = SqlRunner;
