import { Fault } from '../../core/fault.ts';
import { covers, regionRange, type RegionRange } from '../../core/region-code.ts';
import type { Role, Viewer } from '../../core/viewer.ts';

/** Who works on what is not public; an aggregator reads what is public. */
const STAFF: readonly Role[] = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'];

/** The regions whose inner work a viewer may see: those granted to staff, and everything below them. */
export function staffRegions(viewer: Viewer | null): RegionRange[] {
  return viewer === null || !STAFF.includes(viewer.role) ? [] : viewer.regions.map(regionRange);
}

/** Whether a viewer is staff of a region, or of one above it. */
export function isStaffOf(viewer: Viewer | null, regionCode: string): boolean {
  return staffRegions(viewer).some((range) => covers(range, regionCode));
}

/**
 * Lets only staff of a region, or of one above it, read on.
 *
 * @throws Fault UNAUTHENTICATED for the public, FORBIDDEN for others
 */
export function requireStaffOf(viewer: Viewer | null, regionCode: string): void {
  if (viewer === null)
    throw new Fault('UNAUTHENTICATED', 'Only for staff: expected a token with the request, got none.');
  if (isStaffOf(viewer, regionCode)) return;
  const expected = `one of ${STAFF.join(', ')} of region ${regionCode}`;
  const got = `${viewer.role} of ${viewer.regions.join(', ')}`;
  throw new Fault('FORBIDDEN', `Only for staff of the region or of one above it: expected ${expected}, got ${got}.`);
}
