import { fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { covers, regionRange } from '../../../core/region-code.ts';
import type { Viewer } from '../../../core/viewer.ts';
import type { ItemColumns } from '../rules/item-columns.ts';
import type { CategoryName } from '../rules/sheet/category-name.ts';
import type { WrittenCatalogue } from '../rules/sheet/catalogue-layout.ts';
import type { CatalogueContext } from './database.ts';
import { itemsOfEditions, type EditionItem } from './editions.ts';
import { PUBLIC_STATUSES, whereInForceOn } from './in-force.ts';

/** Which edition is written out: one by its id, or a region's in force on a day. */
export type AskedEdition =
  { readonly id: string; readonly region: string } | { readonly region: string; readonly on: CivilDate };

/** Who sees editions that are not public. */
const STAFF = ['EDITOR', 'REVIEWER', 'PUBLISHER'];

/** An edition as it is written out; null when there is none, or none that the viewer may see. Three statements. */
export async function writtenCatalogue(
  context: CatalogueContext,
  asked: AskedEdition,
): Promise<WrittenCatalogue | null> {
  const { db, scope } = context;
  const regionCode = asked.region;
  const found = await db.catalogue.findFirst({
    where: 'id' in asked ? { id: asked.id, regionCode } : { regionCode, ...whereInForceOn(asked.on) },
    include: { region: true },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
  });
  if (found === null) return null;
  const isPublic = PUBLIC_STATUSES.some((status) => status === found.status);
  if (!isPublic && !isStaffOf(scope.viewer, found.regionCode)) return null;
  const items = (await itemsOfEditions(db, [found.id])).get(found.id) ?? [];
  return {
    ...{ title: found.title, edition: found.edition, regionCode: found.regionCode, regionName: found.region.name },
    effectiveOn: found.effectiveOn === null ? null : fromUtcMidnight(found.effectiveOn),
    items: items.map(columnsOf),
  };
}

/** The first-level headings in the order of their codes. */
export function categoryNames({ db }: Pick<CatalogueContext, 'db'>): Promise<CategoryName[]> {
  return db.category.findMany({ orderBy: { code: 'asc' } });
}

function isStaffOf(viewer: Viewer | null, regionCode: string): boolean {
  if (viewer === null || !STAFF.includes(viewer.role)) return false;
  return viewer.regions.some((granted) => covers(regionRange(granted), regionCode));
}

function columnsOf(row: EditionItem): ItemColumns {
  const { code, categoryCode, title, contentElements, publisher, channels, audience, method, levels } = row;
  const { stage, movedTo, isMandatory, isInForce } = row;
  return {
    ...{ code, categoryCode, title, contentElements, publisher, channels, audience, method, levels },
    bases: row.bases.map(({ title: law, article }) => ({ title: law, article })),
    timeLimits: row.timeLimits.map(({ appliesTo, days, unit }) => ({ appliesTo, days, unit })),
    ...{ stage, movedTo, isMandatory, isInForce },
  };
}
