import type { Refusal } from '../../core/refusal.ts';
import { covers, regionRange } from '../../core/region-code.ts';
import type { Role, Viewer } from '../../core/viewer.ts';

/**
 * Why a viewer may not act: not signed in, a role that is not among `roles`, or a region outside those granted.
 *
 * @param regionCode - the region that the act concerns; null when it is not known, which leaves the region unchecked
 */
export function permissionRefusals(
  viewer: Viewer | null,
  roles: readonly Role[],
  regionCode: string | null,
): Refusal[] {
  if (viewer === null) return [{ code: 'SIGN_IN_NEEDED', path: [] }];
  const refusals: Refusal[] = [];
  if (!roles.includes(viewer.role)) {
    refusals.push({ code: 'ROLE_NOT_ALLOWED', path: [], expected: roles.join(' | '), got: viewer.role });
  }
  if (regionCode !== null && !viewer.regions.some((granted) => covers(regionRange(granted), regionCode))) {
    refusals.push({ code: 'REGION_NOT_ALLOWED', path: [], expected: viewer.regions.join(', '), got: regionCode });
  }
  return refusals;
}
