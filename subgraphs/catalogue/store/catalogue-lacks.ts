import { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { perRequest } from '../../kit/per-request.ts';
import { catalogueLacks, type CatalogueLack } from '../rules/catalogue-lack.ts';
import type { CatalogueContext } from './database.ts';
import { itemsOfEditions, type EditionItem } from './editions.ts';
import { inForceOn } from './in-force.ts';

/** What an edition lacks, with both items. */
export type Lack = CatalogueLack<EditionItem, EditionItem>;

/**
 * What an edition lacks of the edition that is in force on a day in the nearest region above that has any. However many
 * editions a request asks for, a fixed number of statements.
 */
export function lacksOf(context: CatalogueContext, catalogueId: string, on: CivilDate): Promise<Lack[]> {
  return perRequest(context, `catalogue lacks on ${on}`, async (ids: readonly string[]) => {
    const superior = await superiorIds(context, ids, on);
    const items = wholeItems(context);
    return Promise.all(
      ids.map(async (id) => {
        const above = superior.get(id);
        return above === undefined ? [] : catalogueLacks(await items.load(id), await items.load(above));
      }),
    );
  }).load(catalogueId);
}

/** The items of editions, each edition read once in a request, whatever the days that are asked about. */
function wholeItems(context: CatalogueContext) {
  return perRequest(context, 'whole items of editions', async (ids: readonly string[]) => {
    const items = await itemsOfEditions(context.db, ids);
    return ids.map((id) => items.get(id) ?? []);
  });
}

/** The superior's edition in force on a day, by the edition that is compared with it. */
async function superiorIds(
  { db }: CatalogueContext,
  ids: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; superior: string }[]>`
    WITH RECURSIVE above (id, parent_code, steps) AS (
      SELECT own.id, r.parent_code, 0
        FROM catalogue.catalogue own JOIN catalogue.region r ON r.code = own.region_code
       WHERE own.id IN (${Prisma.join([...ids])})
      UNION ALL
      SELECT a.id, r.parent_code, a.steps + 1 FROM above a JOIN catalogue.region r ON r.code = a.parent_code
    )
    SELECT DISTINCT ON (above.id) above.id, c.id AS superior
      FROM above JOIN catalogue.catalogue c ON c.region_code = above.parent_code AND ${inForceOn(on)}
     ORDER BY above.id, above.steps, c.effective_on DESC, c.id DESC`;
  return new Map(rows.map(({ id, superior }) => [id, superior]));
}
