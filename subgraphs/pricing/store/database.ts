import type { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/pricing/client/client.ts';
import { clientOptions } from '../../../prisma/storage/client.ts';
import type { Context } from '../../kit/context.ts';

/** The pricing subgraph's own tables, and no other owner's. */
export type Database = PrismaClient;
/** The same inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export type PricingContext = Context<Database>;

/** The subgraph's client over the shared pool. */
export function openClient(pool: Pool): Database {
  return new PrismaClient(clientOptions(pool, 'pricing'));
}

export type { Price, PriceList } from '../../../prisma/generated/pricing/client/client.ts';
