import type { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { clientOptions } from '../../../prisma/storage/client.ts';
import type { Context } from '../../kit/context.ts';

export type {
  Catalogue,
  CatalogueItem,
  ChannelCopy,
  Disclosure,
  DisclosureDuty,
  Region,
} from '../../../prisma/generated/catalogue/client/client.ts';

/** The catalogue's own tables, and no other owner's. */
export type Database = PrismaClient;
/** The same inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export type CatalogueContext = Context<Database>;

/** The catalogue's client over the shared pool. */
export function openClient(pool: Pool): Database {
  return new PrismaClient(clientOptions(pool, 'catalogue'));
}
