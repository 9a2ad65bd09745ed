import type { Document, Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { covers, regionRange, type RegionRange } from '../../../core/region-code.ts';
import type { Viewer } from '../../../core/viewer.ts';

/** Which documents a viewer may read: what is published, and for staff everything of their regions. */
export function readable(viewer: Viewer | null): Prisma.DocumentWhereInput {
  const own = ownRegions(viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  return { OR: [{ status: 'PUBLISHED' }, ...own] };
}

/** The same of a document that is here already. */
export function isReadable(
  { status, regionCode }: Pick<Document, 'status' | 'regionCode'>,
  viewer: Viewer | null,
): boolean {
  return status === 'PUBLISHED' || forStaff({ regionCode }, viewer) !== null;
}

/** A document for those who work on it; null for everyone else. */
export function forStaff<Row extends Pick<Document, 'regionCode'>>(document: Row, viewer: Viewer | null): Row | null {
  return ownRegions(viewer).some((range) => covers(range, document.regionCode)) ? document : null;
}

function ownRegions(viewer: Viewer | null): RegionRange[] {
  return viewer === null || viewer.role === 'AGGREGATOR' ? [] : viewer.regions.map(regionRange);
}
