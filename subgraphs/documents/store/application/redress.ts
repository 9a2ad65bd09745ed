import type { Complaint, InformationCorrection } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { Page, PageArgs } from '../../../kit/page.ts';
import type { DocumentsContext } from '../database.ts';
import { pageByDay } from './by-day.ts';
import { ofOwnRegions } from './readable-application.ts';

/** Which complaints or requests to correct a list holds. */
export interface RedressFilter {
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  /** Only those that wait for an outcome, or only those that have one. */
  readonly isOpen?: boolean | null | undefined;
}

const NEWEST_FIRST = [{ receivedOn: 'desc' as const }, { id: 'desc' as const }];

/** Complaints, the last received first; empty for everyone but staff, who see those of their regions. */
export function complaintList(
  context: DocumentsContext,
  filter: RedressFilter,
  page: PageArgs,
): Promise<Page<Complaint>> {
  const { db } = context;
  const where = { AND: conditionsOf(context, filter) };
  return pageByDay('receivedOn', page, {
    dayOf: ({ receivedOn }) => receivedOn,
    find: ({ behind, take }) => db.complaint.findMany({ where: { AND: [where, behind] }, orderBy: NEWEST_FIRST, take }),
    count: () => db.complaint.count({ where }),
  });
}

/** Requests to correct, the last received first; empty for everyone but staff, who see those of their regions. */
export function informationCorrectionList(
  context: DocumentsContext,
  filter: RedressFilter,
  page: PageArgs,
): Promise<Page<InformationCorrection>> {
  const { db } = context;
  const where = { AND: conditionsOf(context, filter) };
  return pageByDay('receivedOn', page, {
    dayOf: ({ receivedOn }) => receivedOn,
    find: ({ behind, take }) =>
      db.informationCorrection.findMany({ where: { AND: [where, behind] }, orderBy: NEWEST_FIRST, take }),
    count: () => db.informationCorrection.count({ where }),
  });
}

function conditionsOf({ scope }: DocumentsContext, { region, isOpen }: RedressFilter) {
  const range = region == null ? null : regionRange(region);
  return [
    ofOwnRegions(scope.viewer),
    ...(range === null ? [] : [{ regionCode: { gte: range.from, lte: range.to } }]),
    ...(isOpen == null ? [] : [{ outcome: isOpen ? null : { not: null } }]),
  ];
}
