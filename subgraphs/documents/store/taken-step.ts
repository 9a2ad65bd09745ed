import { randomUUID } from 'node:crypto';
import type { DocumentStepKind, Transaction } from './database.ts';

/** A step in the life of a document, as it is taken. */
export interface TakenStep {
  readonly kind: DocumentStepKind;
  /** The account. */
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly note?: string | null;
}

/** Notes that the same step was taken with each of some documents. */
export async function noteStep(tx: Transaction, documentIds: readonly string[], step: TakenStep): Promise<void> {
  await tx.documentStep.createMany({ data: documentIds.map((documentId) => ({ id: randomUUID(), documentId, ...step })) });
}
