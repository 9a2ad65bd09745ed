import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { isStaffOf, staffRegions } from '../../../kit/staff.ts';

/** What an office handles, as far as it decides who reads what. */
export interface OfOffice {
  readonly officeId: string;
  readonly regionCode: string;
}

/** What staff of its region, or of one above it, may read at all: all but what is personal. Others nothing. */
export function ofOwnRegions(viewer: Viewer | null): { OR: { regionCode: Prisma.StringFilter }[] } {
  const own = staffRegions(viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  // A condition that never holds: what an empty OR means depends on what stands around it.
  return { OR: own.length > 0 ? own : [{ regionCode: { in: [] } }] };
}

/** Whether a viewer may read what is personal: staff whose token names the office that handles it. */
export function isHandler({ officeId, regionCode }: OfOffice, viewer: Viewer | null): boolean {
  return viewer?.institution === officeId && isStaffOf(viewer, regionCode);
}
