import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact, type Record } from '../../kit/transact.ts';
import { documentPublished } from '../events/document.ts';
import { interpretationPublished } from '../events/interpretation.ts';
import { publicationRefusals } from '../rules/publication-readiness.ts';
import { targetRefusals } from '../rules/validity/relation.ts';
import type { Document, DocumentsContext, Transaction } from '../store/database.ts';
import { publicDocuments } from '../store/public-document.ts';
import { makeSearchable } from '../store/search/search-writes.ts';
import { takeSteps } from '../store/document-steps.ts';
import { lockDueRelations } from '../store/validity/due-relations.ts';
import { lockWithTargets, relationTargets } from '../store/validity/relation-targets.ts';
import type { WholeDocument } from '../store/whole-document.ts';
import { permittedDocument } from './permitted-document.ts';
import { bringIntoEffect } from './validity/bring-into-effect.ts';

/**
 * Publishes a document and the interpretations bound to it, and changes the validity of what it amends or repeals if it
 * holds already, all in one transaction with their entries of the log. Of two publishers at once the second waits for the first, and then
 * finds the document published.
 *
 * @throws Refused with every reason: not permitted, no such document, attribute, ground, filing, review passes,
 *   interpretation, published already, or what it amends or repeals does not hold any more
 * @see rules D1–D4, D11, D17, I2
 */
export async function publishDocument({ id }: { readonly id: string }, context: DocumentsContext): Promise<Document> {
  const { viewer } = context.scope;
  return transact<Transaction, Document>(context, async (tx, record) => {
    refuseIfAny(permissionRefusals(viewer, ['PUBLISHER'], null));
    await lockWithTargets(tx, id);
    const document = await permittedDocument(tx, viewer, { id, path: ['id'], roles: ['PUBLISHER'] });
    const now = context.clock.now();
    refuseIfAny([
      ...publicationRefusals(candidateOf(document)),
      ...(await relationRefusals(tx, document, viewer, now)),
    ]);
    const data = { status: 'PUBLISHED' as const, publishedAt: now };
    const published = await tx.document.update({ where: { id }, data });
    await makeSearchable(tx, [published]);
    const doing = { by: viewer?.subject ?? '', at: now };
    await takeSteps(tx, [id], 'PUBLISHED', doing);
    record(...(await publicDocuments(tx, [id])).map((one) => documentPublished(one, now)));
    await publishInterpretations(tx, record, published, now);
    record(...(await bringIntoEffect(tx, await lockDueRelations(tx, civilDateOf(now), { documentId: id }), doing)));
    return published;
  });
}

async function publishInterpretations(tx: Transaction, record: Record, document: Document, now: Date): Promise<void> {
  const of = { documentId: document.id };
  await tx.interpretation.updateMany({ where: { ...of, publishedAt: null }, data: { publishedAt: now } });
  const bound = await tx.interpretation.findMany({ where: of, orderBy: { id: 'asc' } });
  record(...bound.map((interpretation) => interpretationPublished(interpretation, document, now)));
}

/** Why what the document amends or repeals is no longer to be changed, or not by this publisher. */
async function relationRefusals(
  tx: Transaction,
  { issuerId, changes }: WholeDocument,
  viewer: Viewer | null,
  now: Date,
): Promise<Refusal[]> {
  if (changes.length === 0) return [];
  const ids = changes.map(({ relatedId }) => relatedId);
  const targets = await relationTargets(tx, ids, { viewer, issuerId });
  return ids.flatMap((id): Refusal[] => {
    const target = targets.get(id);
    // A withdrawn document of another region is not readable any more.
    if (target === undefined) return [{ code: 'NOT_FOUND', path: ['id'], expected: 'Document', got: id }];
    return targetRefusals(target, civilDateOf(now), ['id']);
  });
}

function candidateOf(document: WholeDocument) {
  return {
    ...document,
    isFiled: document.filedAt !== null,
    isConsulted: document.consultation !== null,
    passes: document.reviewPasses.length,
    interpretations: document.interpretations.filter(({ stage }) => stage === 'FIRST').length,
    superiorAttribute: document.superior?.attribute ?? null,
  };
}
