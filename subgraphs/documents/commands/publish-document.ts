import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { documentPublished, interpretationPublished } from '../events.ts';
import { publicationRefusals } from '../rules/publication-readiness.ts';
import type { Document, DocumentsContext, Transaction } from '../store/database.ts';
import type { WholeDocument } from '../store/whole-document.ts';
import { permittedDocument } from './permitted-document.ts';

/**
 * Publishes a document and the interpretations bound to it, all in one transaction with their entries of the log. Of
 * two publishers at once the second waits for the first, and then finds the document published.
 *
 * @throws Refused with every reason: not permitted, no such document, attribute, ground, filing, review passes,
 *   interpretation, or published already
 * @see rules D1–D4, D11, I2
 */
export async function publishDocument({ id }: { readonly id: string }, context: DocumentsContext): Promise<Document> {
  const { viewer } = context.scope;
  return transact<Transaction, Document>(context, async (tx, record) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['id'], roles: ['PUBLISHER'] });
    refuseIfAny(publicationRefusals(candidateOf(document)));
    const now = context.clock.now();
    const data = { status: 'PUBLISHED' as const, publishedAt: now };
    const published = await tx.document.update({ where: { id }, data, include: { items: true } });
    await tx.interpretation.updateMany({ where: { documentId: id, publishedAt: null }, data: { publishedAt: now } });
    const bound = await tx.interpretation.findMany({ where: { documentId: id }, orderBy: { id: 'asc' } });
    record(
      documentPublished({ ...published, superiorId: publicSuperior(document) }, now),
      ...bound.map((interpretation) => interpretationPublished(interpretation, published, now)),
    );
    return published;
  });
}

/** The superior as the public may know of it: not at all unless it is published. */
function publicSuperior(document: WholeDocument): string | null {
  return document.superior?.status === 'PUBLISHED' ? document.superiorId : null;
}

function candidateOf(document: WholeDocument) {
  return {
    ...document,
    isFiled: document.filedAt !== null,
    isConsulted: document.consultation !== null,
    passes: document.reviewPasses.length,
    interpretations: document.interpretations.length,
    superiorAttribute: document.superior?.attribute ?? null,
  };
}
