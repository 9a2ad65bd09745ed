import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import type { Page, PageArgs } from '../../../kit/page.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import type { ApplicationStage } from '../../rules/application/facts.ts';
import type { Database, DocumentsContext } from '../database.ts';
import { pageByDay } from './by-day.ts';
import { ofOwnRegions } from './readable-application.ts';
import type { DisclosureApplication } from './rows.ts';

/** One application by its id, batched; null for everyone but staff of its region or of one above it. */
export const applicationById = entityLoader<Database, DisclosureApplication>({
  typeName: 'DisclosureApplication',
  keyOf: ({ id }) => id,
  find: (query, ids, { db, scope }) =>
    db.disclosureApplication.findMany({ ...query, where: { AND: [{ id: { in: ids } }, ofOwnRegions(scope.viewer)] } }),
});

/** Which applications a list holds. */
export interface ApplicationFilter {
  readonly office?: string | null | undefined;
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  readonly stage?: ApplicationStage | null | undefined;
  readonly receivedFrom?: CivilDate | null | undefined;
  readonly receivedTo?: CivilDate | null | undefined;
  /** Not answered, though the last day for it lies before this one. */
  readonly overdueOn?: CivilDate | null | undefined;
}

/** Applications, the last received first; empty for everyone but staff, who see those of their regions. */
export function applicationList(
  { db, scope }: DocumentsContext,
  filter: ApplicationFilter,
  page: PageArgs,
  query: object,
): Promise<Page<DisclosureApplication>> {
  const where: Prisma.DisclosureApplicationWhereInput = { AND: [ofOwnRegions(scope.viewer), ...conditionsOf(filter)] };
  return pageByDay('receivedOn', page, {
    dayOf: ({ receivedOn }) => receivedOn,
    find: ({ behind, take }) =>
      db.disclosureApplication.findMany({
        ...query,
        where: { AND: [where, behind] },
        orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
        take,
      }),
    count: () => db.disclosureApplication.count({ where }),
  });
}

function conditionsOf(filter: ApplicationFilter): Prisma.DisclosureApplicationWhereInput[] {
  const { office, region, stage, receivedFrom, receivedTo, overdueOn } = filter;
  const all: Prisma.DisclosureApplicationWhereInput[] = [];
  if (office != null) all.push({ officeId: office });
  if (region != null) {
    const { from, to } = regionRange(region);
    all.push({ regionCode: { gte: from, lte: to } });
  }
  if (stage != null) all.push({ stage });
  if (receivedFrom != null) all.push({ receivedOn: { gte: toUtcMidnight(receivedFrom) } });
  if (receivedTo != null) all.push({ receivedOn: { lte: toUtcMidnight(receivedTo) } });
  if (overdueOn != null) all.push({ answeredOn: null, answerDueOn: { lt: toUtcMidnight(overdueOn) } });
  return all;
}
