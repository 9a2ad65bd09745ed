import { refuseIfAny } from '../../core/refusal.ts';
import type { SqlRunner } from '../../core/sql.ts';
import { readLanes, releaseLane, type Lane } from '../../feed/lanes.ts';
import type { Context } from '../kit/context.ts';
import { permissionRefusals } from '../kit/permission.ts';

/**
 * Releases a lane from quarantine.
 *
 * @throws Refused SIGN_IN_NEEDED, ROLE_NOT_ALLOWED, REGION_NOT_ALLOWED, NOT_FOUND, STATUS_NOT_FITTING
 */
export async function releaseQuarantine(region: string, { db, scope, clock }: Context<SqlRunner>): Promise<Lane> {
  refuseIfAny(permissionRefusals(scope.viewer, ['OPERATOR'], region));
  const released = await releaseLane(db, region, clock.now());
  if (released !== null) return released;
  const [lane] = await readLanes(db, region);
  const path = ['region'];
  refuseIfAny(
    lane === undefined
      ? [{ code: 'NOT_FOUND', path, expected: 'Lane', got: region }]
      : [{ code: 'STATUS_NOT_FITTING', path, expected: 'QUARANTINED', got: lane.state }],
  );
  throw new Error(`The lane of ${region} was put into quarantine while it was being released.`);
}
