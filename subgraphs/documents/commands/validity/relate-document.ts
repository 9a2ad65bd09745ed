import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import {
  relatingRefusals,
  relationListRefusals,
  targetRefusals,
  type RelationKind,
} from '../../rules/validity/relation.ts';
import type { Document, DocumentsContext } from '../../store/database.ts';
import { takeSteps } from '../../store/document-steps.ts';
import { relationTargets } from '../../store/validity/relation-targets.ts';
import { permittedDocument } from '../permitted-document.ts';

export interface RelateDocumentInput {
  readonly id: string;
  /** All that the document amends or repeals; what stood before is replaced. */
  readonly relates: readonly { readonly document: string; readonly kind: RelationKind }[];
}

/**
 * States what a draft amends or repeals; it does so once it is published. Those who review it see it, so that it is
 * stated before review.
 *
 * @throws Refused when not permitted, when there is no such document, when it is no draft, or for targets that rules
 *   refuse
 * @see rule D17
 */
export async function relateDocument(
  { id, relates }: RelateDocumentInput,
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const { viewer } = scope;
  const now = clock.now();
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['id'], roles: ['EDITOR', 'PUBLISHER'] });
    const related = relates.map((one) => one.document);
    const listed = relationListRefusals(id, related);
    refuseIfAny([...relatingRefusals(document.status), ...listed]);
    const targets = await relationTargets(tx, related, { viewer, issuerId: document.issuerId });
    refuseIfAny(
      related.flatMap((target, index): Refusal[] => {
        const path = ['relates', String(index), 'document'];
        const found = targets.get(target);
        if (found !== undefined) return targetRefusals(found, civilDateOf(now), path);
        return [{ code: 'NOT_FOUND', path, expected: 'Document', got: target.slice(0, 100) }];
      }),
    );
    await tx.documentRelation.deleteMany({ where: { documentId: id } });
    await tx.documentRelation.createMany({
      data: relates.map(({ document: relatedId, kind }) => ({ documentId: id, relatedId, kind })),
    });
    const note = relates.map(({ document: target, kind }) => `${kind} ${target}`).join('\n');
    await takeSteps(tx, [id], 'AMENDED', { by: viewer?.subject ?? '', at: now, note });
    return document;
  });
}
