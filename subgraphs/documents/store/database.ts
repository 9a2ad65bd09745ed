import type { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { clientOptions } from '../../../prisma/storage/client.ts';
import type { Context } from '../../kit/context.ts';

/** The documents subgraph's own tables, and no other owner's. */
export type Database = PrismaClient;
/** The same inside a transaction. */
export type Transaction = Prisma.TransactionClient;
export type DocumentsContext = Context<Database>;
/** Who reads, inside a transaction or not. */
export type Reading = Pick<DocumentsContext, 'scope'> & { readonly db: Transaction };

/** The subgraph's client over the shared pool. */
export function openClient(pool: Pool): Database {
  return new PrismaClient(clientOptions(pool, 'documents'));
}

export type {
  CleanUp,
  DecisionCatalogue,
  Document,
  DocumentStepKind,
  Interpretation,
  IssuerTarget,
  InterpretationForm,
  InterpretationStage,
  InterpreterKind,
  MajorDecision,
  WithdrawalReason,
} from '../../../prisma/generated/documents/client/client.ts';
