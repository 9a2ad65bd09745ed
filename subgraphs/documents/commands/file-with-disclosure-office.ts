import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { lockDocument } from '../store/whole-document.ts';
import { notFound } from './not-found.ts';

/**
 * Notes that the proposal not to disclose a document proactively was filed with the disclosure office (备案), which
 * must happen before approval. Filing again changes nothing.
 *
 * @throws Refused when not permitted, when there is no such document, without a legal ground, or after approval
 * @see rules D2, D3
 */
export async function fileWithDisclosureOffice(
  { id }: { readonly id: string },
  context: DocumentsContext,
): Promise<Document> {
  const { db, scope, clock } = context;
  return db.$transaction(async (tx) => {
    const document = await lockDocument(tx, id);
    const isOpen = document?.status === 'DRAFT' || document?.status === 'IN_REVIEW';
    refuseIfAny([
      ...permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], document?.regionCode ?? null),
      ...(document === null ? [notFound('Document', ['id'], id)] : []),
      ...(document !== null && !isOpen
        ? [
            {
              code: 'STATUS_NOT_FITTING',
              path: ['id'],
              expected: 'DRAFT | IN_REVIEW',
              got: document.status,
              rules: ['D2'],
            } as const,
          ]
        : []),
      ...(document?.ground === null ? [{ code: 'GROUND_MISSING', path: ['id'], rules: ['D2', 'D3'] } as const] : []),
    ]);
    return tx.document.update({ where: { id }, data: { filedAt: document?.filedAt ?? clock.now() } });
  });
}
