import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { Transaction } from '../store/database.ts';
import { lockDocument, type WholeDocument } from '../store/whole-document.ts';

/** Which document someone wants to change. */
interface Asked {
  readonly id: string;
  /** Where the id stands in the input. */
  readonly path: readonly string[];
  readonly roles: readonly Role[];
}

/**
 * The document that someone is permitted to change, locked until the transaction ends. Whoever is not permitted learns
 * nothing of its state.
 *
 * @throws Refused when not permitted, or when there is no such document
 */
export async function permittedDocument(
  tx: Transaction,
  viewer: Viewer | null,
  { id, path, roles }: Asked,
): Promise<WholeDocument> {
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const document = await lockDocument(tx, id);
  if (document === null) throw new Refused([{ code: 'NOT_FOUND', path, expected: 'Document', got: id.slice(0, 100) }]);
  refuseIfAny(permissionRefusals(viewer, roles, document.regionCode));
  return document;
}
