import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { draftRefusals } from '../rules/draft-input.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { keepAttributeChanges, takeSteps } from '../store/document-steps.ts';
import { issuerById } from '../store/issuers.ts';
import { takenAsRefusal } from '../store/taken-numbers.ts';
import { columnsOf, draftOf, normalNumbers, type DraftDocumentInput } from './draft-columns.ts';
import { notFound, numberTaken, recordRefusals } from './draft-record.ts';

/**
 * Drafts a document; nothing of it is public. The drafter proposes how it is disclosed (D1).
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules D1–D4, D8, D12–D15
 */
export async function draftDocument(input: DraftDocumentInput, context: DocumentsContext): Promise<Document> {
  const { db, scope, clock } = context;
  const now = clock.now();
  const path = ['input'];
  const issuer = await issuerById(context, input.issuer);
  const draft = draftOf(input);
  const permission = permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], issuer?.regionCode ?? null);
  refuseIfAny([
    ...permission,
    ...draftRefusals(draft, civilDateOf(now), path),
    ...(issuer === null ? [notFound('Institution', [...path, 'issuer'], input.issuer)] : []),
    // What others hold is not told to those who may not draft.
    ...(permission.length === 0 ? await recordRefusals([{ draft, path }], context, null) : []),
  ]);
  const [id, by] = [randomUUID(), scope.viewer?.subject ?? ''];
  const data = {
    ...columnsOf(draft),
    ...{ id, issuerId: draft.issuer, regionCode: issuer?.regionCode ?? '', status: 'DRAFT' as const },
    ...{ draftedBy: by, draftedAt: now },
    items: { create: draft.catalogueItems.map((itemId) => ({ itemId })) },
  };
  return takenAsRefusal(
    db.$transaction(async (tx) => {
      const document = await tx.document.create({ data });
      await takeSteps(tx, [id], 'DRAFTED', { by, at: now });
      if (draft.attribute !== null) {
        const change = { documentId: id, before: null, after: draft.attribute, ground: draft.ground };
        await keepAttributeChanges(tx, 'DRAFTED', [change], { by, at: now });
      }
      return document;
    }),
    (index) => numberTaken(index, normalNumbers(draft)[index], path),
  );
}
