import type { Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../core/region-code.ts';
import type { Viewer } from '../../../core/viewer.ts';

/** Which documents a viewer may read: what is published, and for staff everything of their regions. */
export function readable(viewer: Viewer | null): Prisma.DocumentWhereInput {
  const published = { status: 'PUBLISHED' as const };
  if (viewer === null || viewer.role === 'AGGREGATOR') return published;
  const own = viewer.regions.map((region) => {
    const { from, to } = regionRange(region);
    return { regionCode: { gte: from, lte: to } };
  });
  return { OR: [published, ...own] };
}
