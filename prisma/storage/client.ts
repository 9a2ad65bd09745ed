import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';

/** How long a transaction waits for a connection, in milliseconds. The embedded database has one, so it may be a while. */
const MAX_WAIT_MS = 10_000;
/** How long a transaction may take, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** What an owner's generated `PrismaClient` is made with. */
export interface ClientOptions {
  readonly adapter: PrismaPg;
  readonly transactionOptions: { readonly maxWait: number; readonly timeout: number };
}

/**
 * The options for an owner's Prisma client on the shared pool: `new PrismaClient(clientOptions(pool, 'pricing'))`.
 *
 * All owners' clients share the one pool; disconnecting a client leaves the pool open.
 *
 * @param namespace - the Postgres schema with the owner's tables
 */
export function clientOptions(pool: pg.Pool, namespace: string): ClientOptions {
  return {
    adapter: new PrismaPg(pool, { schema: namespace, disposeExternalPool: false }),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
  };
}
