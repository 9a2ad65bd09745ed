import type { Prisma, PrismaClient } from '../../../prisma/generated/catalogue/client/client.ts';
import type { Context } from '../../kit/context.ts';

/** The catalogue's own tables, and no other owner's. */
export type Database = PrismaClient;
/** The same inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export type CatalogueContext = Context<Database>;
