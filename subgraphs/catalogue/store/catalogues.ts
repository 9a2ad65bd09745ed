import type { Catalogue } from '../../../prisma/generated/catalogue/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { CatalogueContext, Database } from './database.ts';

/** One catalogue by its id, batched. */
export const catalogueById = entityLoader<Database, Catalogue>({
  typeName: 'Catalogue',
  keyOf: (catalogue) => catalogue.id,
  find: (query, ids, { db }) => db.catalogue.findMany({ ...query, where: { id: { in: ids }, status: PUBLIC } }),
});

/** Only what the superior approved is public; drafts and editions under review are for staff. */
const PUBLIC = { in: ['APPROVED', 'SUPERSEDED'] as ('APPROVED' | 'SUPERSEDED')[] };

/** The edition of a region's catalogue in force on a day; null when it has none. */
export function catalogueInForce(
  { db }: CatalogueContext,
  regionCode: string,
  on: CivilDate,
  query: object,
): Promise<Catalogue | null> {
  return db.catalogue.findFirst({
    ...query,
    where: { regionCode, status: PUBLIC, effectiveOn: { lte: toUtcMidnight(on) } },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
  });
}
