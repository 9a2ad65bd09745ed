import { civilDateOf, fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { transact } from '../../../kit/transact.ts';
import { documentRevised } from '../../events/document.ts';
import { declarationRefusals, type ValidityBasis } from '../../rules/validity/declaration.ts';
import type { Validity } from '../../rules/validity/validity.ts';
import type { Document, DocumentsContext, Transaction } from '../../store/database.ts';
import { readable } from '../../store/readable.ts';
import { writeValidity } from '../../store/validity/validity-writes.ts';
import { permittedDocument } from '../permitted-document.ts';

export interface DeclareValidityInput {
  readonly id: string;
  readonly validity: Validity;
  readonly basis: { readonly text?: string | null | undefined; readonly document?: string | null | undefined };
  readonly note: string;
  readonly isCorrection?: boolean | null | undefined;
  /** The last day on which it holds from now on; null for none; left out when it stays. */
  readonly expiresOn?: CivilDate | null | undefined;
}

/**
 * Declares whether a published document holds, where no document of its own says so, or puts right what was recorded
 * wrongly; the public is told at once. The step keeps who declared it, on what basis.
 *
 * @throws Refused when not permitted, when there is no such document, or for a change that rules refuse
 * @see rule D17
 */
export async function declareValidity(input: DeclareValidityInput, context: DocumentsContext): Promise<Document> {
  const { id, validity, note, isCorrection, expiresOn } = input;
  const { viewer } = context.scope;
  const now = context.clock.now();
  const basis = { text: input.basis.text ?? null, document: input.basis.document ?? null };
  return transact<Transaction, Document>(context, async (tx, record) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['id'], roles: ['PUBLISHER'] });
    const stands = document.expiresOn === null ? null : fromUtcMidnight(document.expiresOn);
    const declared = { validity, basis, note, isCorrection: isCorrection === true };
    const lastDay = expiresOn === undefined ? stands : expiresOn;
    refuseIfAny([
      ...declarationRefusals({ ...declared, expiresOn: lastDay }, document, civilDateOf(now)),
      ...(await basisRefusals(tx, basis, context)),
    ]);
    const revised = await writeValidity(tx, {
      ids: [id],
      validity,
      ...(expiresOn !== undefined && { expiresOn }),
      by: viewer?.subject ?? '',
      at: now,
      note: [note, basis.text ?? basis.document ?? ''].join('\n'),
    });
    record(...revised.map((one) => documentRevised(one, now)));
    return revised[0] ?? document;
  });
}

/** Why a document is no basis: there is none that the publisher may read. */
async function basisRefusals(
  tx: Transaction,
  { document }: ValidityBasis,
  { scope }: DocumentsContext,
): Promise<Refusal[]> {
  if (document === null) return [];
  const found = await tx.document.count({ where: { AND: [{ id: document }, readable(scope.viewer)] } });
  if (found > 0) return [];
  return [{ code: 'NOT_FOUND', path: ['basis', 'document'], expected: 'Document', got: document.slice(0, 100) }];
}
