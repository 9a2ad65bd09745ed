import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { DisclosureDuty, Transaction } from '../store/database.ts';
import { lockDuty } from '../store/duties.ts';

/**
 * A duty that someone may change, locked until the transaction ends.
 *
 * @throws Refused when not permitted, or when there is no such duty
 */
export async function permittedDuty(
  tx: Transaction,
  viewer: Viewer | null,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Promise<DisclosureDuty> {
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const duty = await lockDuty(tx, id);
  if (duty === null) {
    throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'DisclosureDuty', got: id.slice(0, 100) }]);
  }
  refuseIfAny(permissionRefusals(viewer, roles, duty.regionCode));
  return duty;
}
