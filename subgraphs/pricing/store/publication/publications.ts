import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import { addDays, startOfDay, type CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { perRequest } from '../../../kit/per-request.ts';
import { lastStaleDay, type PricedKind, type PublicationStatus } from '../../rules/publication/publication-status.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { PricingContext } from '../database.ts';
import { institutionsIn } from '../price-sql.ts';

/** Which publications are looked at. */
export interface PublicationScene {
  /** A region code; includes the regions below it. */
  readonly region: string;
  readonly kind: PriceKind;
  readonly on: CivilDate;
  readonly institutionKinds: readonly PricedKind[];
}

/** How an institution stands with one kind of list. */
export interface InstitutionPublication {
  readonly institutionId: string;
  readonly regionCode: string;
  readonly status: PublicationStatus;
  /** The last list published by that day; null when there is none. */
  readonly listId: string | null;
  readonly publishedAt: Date | null;
}

/** How many institutions stand how. */
export type PublicationCounts = Readonly<Record<PublicationStatus, number>>;

/** Institutions by region, and how each stands; one query for the page, and one for all counts. */
export function publications(
  context: PricingContext,
  scene: PublicationScene,
  status: PublicationStatus | null,
  page: PageArgs,
): Promise<Page<InstitutionPublication>> {
  return readPage<InstitutionPublication>(page, {
    find: (take, position) => {
      const [region = '', id = ''] = position ?? [];
      const behind = position === null ? Prisma.empty : Prisma.sql`AND (i.region_code, i.id) > (${region}, ${id})`;
      const wanted = status === null ? Prisma.sql`true` : Prisma.sql`s.status = ${status}`;
      return context.db.$queryRaw<InstitutionPublication[]>`
        SELECT s.* FROM (${standing(scene, behind)}) s WHERE ${wanted}
         ORDER BY s."regionCode", s."institutionId" LIMIT ${take}`;
    },
    positionOf: ({ regionCode, institutionId }) => [regionCode, institutionId],
    count: async () => {
      const counts = await publicationCounts(context, scene);
      return status === null ? counts.NEVER + counts.STALE + counts.CURRENT : counts[status];
    },
  });
}

/** How many institutions stand how; one query, however often a request asks. */
export function publicationCounts(context: PricingContext, scene: PublicationScene): Promise<PublicationCounts> {
  return perRequest(context, 'publication counts', (scenes: readonly PublicationScene[]) =>
    Promise.all(scenes.map((one) => countsOf(context, one))),
  ).load(scene);
}

async function countsOf({ db }: PricingContext, scene: PublicationScene): Promise<PublicationCounts> {
  const rows = await db.$queryRaw<{ status: PublicationStatus; count: number }[]>`
    SELECT s.status, count(*)::int AS count FROM (${standing(scene, Prisma.empty)}) s GROUP BY s.status`;
  return { NEVER: 0, STALE: 0, CURRENT: 0, ...Object.fromEntries(rows.map((row) => [row.status, row.count])) };
}

/** Every institution of the region with its last list, that of the day itself included. */
function standing({ region, kind, on, institutionKinds }: PublicationScene, behind: Prisma.Sql): Prisma.Sql {
  const staleBefore = startOfDay(addDays(lastStaleDay(on), 1));
  return Prisma.sql`
    SELECT i.id AS "institutionId", i.region_code AS "regionCode", l.id AS "listId", l.published_at AS "publishedAt",
           CASE WHEN l.id IS NULL THEN 'NEVER' WHEN l.published_at < ${staleBefore} THEN 'STALE' ELSE 'CURRENT' END
             AS status
      FROM pricing.followed_institution i
      LEFT JOIN LATERAL (SELECT l.id, l.published_at FROM pricing.price_list l
        WHERE l.institution_id = i.id AND l.kind = ${kind}::pricing.price_kind
          AND l.published_at < ${startOfDay(addDays(on, 1))}
        ORDER BY l.published_at DESC, l.id DESC LIMIT 1) l ON true
     WHERE ${institutionsIn(regionRange(region))} AND i.kind = ANY (${[...institutionKinds]}::text[]) ${behind}`;
}
