import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { Transaction } from '../store/database.ts';
import { lockDisclosure, type WholeDisclosure } from '../store/disclosure-writes.ts';

interface Asked {
  readonly id: string;
  readonly path: readonly string[];
  readonly roles: readonly Role[];
  readonly now: Date;
}

/**
 * A disclosure that someone may change, locked until the transaction ends.
 *
 * @throws Refused when not permitted, when there is no such disclosure, or when it was withdrawn
 */
export async function permittedDisclosure(
  tx: Transaction,
  viewer: Viewer | null,
  { id, path, roles, now }: Asked,
): Promise<WholeDisclosure> {
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const found = await lockDisclosure(tx, id, civilDateOf(now));
  if (found === null) throw new Refused([{ code: 'NOT_FOUND', path, expected: 'Disclosure', got: id.slice(0, 100) }]);
  refuseIfAny(permissionRefusals(viewer, roles, found.regionCode));
  if (found.withdrawnAt !== null) {
    throw new Refused([{ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: 'WITHDRAWN', rules: ['C13'] }]);
  }
  return found;
}
