import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { consultationRefusals } from '../rules/document-consultation.ts';
import type { DocumentStatus } from '../rules/publication-readiness.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { permittedDocument } from './permitted-document.ts';

/** How the public was heard before a document was decided. */
export interface RecordDocumentConsultationInput {
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  readonly shorteningReason?: string | null | undefined;
  readonly heardFrom?: string | null | undefined;
}

/**
 * Records the public consultation on a document, before it is published; a second record takes the place of the first.
 *
 * @throws Refused when not permitted, when there is no such document, when it is published, or for input that rules refuse
 * @see rules D21, M2
 */
export async function recordDocumentConsultation(
  { id, input }: { readonly id: string; readonly input: RecordDocumentConsultationInput },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const { opensOn, closesOn, shorteningReason = null, heardFrom = null } = input;
  const now = clock.now();
  return db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['EDITOR', 'PUBLISHER'] });
    const consultation = { opensOn, closesOn, shorteningReason, heardFrom };
    refuseIfAny([
      ...beforePublication(document.status),
      ...consultationRefusals(consultation, document.isEnterpriseRelated, civilDateOf(now)),
    ]);
    const data = {
      ...{ opensOn: toUtcMidnight(opensOn), closesOn: toUtcMidnight(closesOn), shorteningReason, heardFrom },
      ...{ recordedBy: scope.viewer?.subject ?? '', recordedAt: now },
    };
    await tx.documentConsultation.upsert({
      where: { documentId: id },
      create: { documentId: id, ...data },
      update: data,
    });
    return tx.document.findUniqueOrThrow({ where: { id } });
  });
}

function beforePublication(got: DocumentStatus): Refusal[] {
  const expected = 'DRAFT | IN_REVIEW | APPROVED';
  return got === 'PUBLISHED' || got === 'WITHDRAWN'
    ? [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got, rules: ['D21'] }]
    : [];
}
