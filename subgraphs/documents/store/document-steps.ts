import type { AttributeChangeCause } from '../../../prisma/generated/documents/client/client.ts';
import type { DocumentAttribute } from '../rules/document-attribute.ts';
import type { DocumentStepKind, Transaction } from './database.ts';

/** Who does something, and when. */
export interface Doing {
  /** The account. */
  readonly by: string;
  readonly at: Date;
}

/** Notes a step in the life of each document. */
export async function takeSteps(
  tx: Transaction,
  documentIds: readonly string[],
  kind: DocumentStepKind,
  { by, at, note = null }: Doing & { readonly note?: string | null },
): Promise<void> {
  await tx.documentStep.createMany({
    data: documentIds.map((documentId) => ({ documentId, kind, takenBy: by, takenAt: at, note })),
  });
}

/** How a document was disclosed before and is after. */
export interface ChangedAttribute {
  readonly documentId: string;
  readonly before: DocumentAttribute | null;
  readonly after: DocumentAttribute;
  readonly ground: string | null;
  readonly note?: string | null;
}

/** Keeps in the history what became of attributes (rule D5); those that stayed as they were are left out. */
export async function keepAttributeChanges(
  tx: Transaction,
  cause: AttributeChangeCause,
  changes: readonly ChangedAttribute[],
  { by, at }: Doing,
): Promise<void> {
  const data = changes
    .filter(({ before, after }) => before !== after)
    .map((change) => ({ ...change, cause, changedBy: by, changedAt: at }));
  await tx.attributeChange.createMany({ data });
}
