import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { Role, Viewer } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import type { Interpretation, Transaction } from '../../store/database.ts';
import type { WholeDocument } from '../../store/whole-document.ts';
import { permittedDocument } from '../permitted-document.ts';

/** An interpretation with its document. */
interface Permitted {
  readonly interpretation: Interpretation;
  readonly document: WholeDocument;
}

/**
 * The interpretation that someone is permitted to change, its document locked until the transaction ends.
 *
 * @throws Refused when not permitted, or when there is no such interpretation
 */
export async function permittedInterpretation(
  tx: Transaction,
  viewer: Viewer | null,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Promise<Permitted> {
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const none = new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'Interpretation', got: id.slice(0, 100) }]);
  const asked = await tx.interpretation.findUnique({ where: { id }, select: { documentId: true } });
  if (asked === null) throw none;
  const document = await permittedDocument(tx, viewer, { id: asked.documentId, path: ['id'], roles });
  // Someone else may have taken it away while this waited for the lock.
  const interpretation = document.interpretations.find((one) => one.id === id);
  if (interpretation === undefined) throw none;
  return { interpretation, document };
}
