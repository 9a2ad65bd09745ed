import type { Document, Prisma } from '../../../prisma/generated/documents/client/client.ts';
import { fromUtcMidnight, parseCivilDate, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/fault.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import type { DocumentAttribute } from '../rules/document-attribute.ts';
import type { DocumentStatus } from '../rules/publication-readiness.ts';
import type { DocumentsContext } from './database.ts';

/** Which documents that are not public. Everything that is given must fit. */
export interface StaffDocumentFilter {
  readonly status?: DocumentStatus | null | undefined;
  readonly attribute?: DocumentAttribute | null | undefined;
  /** Those that wait for their attribute. */
  readonly isAttributeMissing?: boolean | null | undefined;
  readonly isLegacy?: boolean | null | undefined;
  readonly issuer?: string | null | undefined;
}

/** Documents of a region and those below it that are not public, the latest draft first. For staff. */
export function staffDocuments(
  { db }: DocumentsContext,
  region: string,
  filter: StaffDocumentFilter,
  page: PageArgs & { readonly query: object },
): Promise<Page<Document>> {
  const where = { AND: [ofRegion(region), ...conditionsOf(filter)] };
  return readPage<Document>(page, {
    find: (take, position) =>
      db.document.findMany({
        ...page.query,
        where: { AND: [where, behindDraft(position)] },
        orderBy: [{ draftedAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    positionOf: ({ draftedAt, id }) => [draftedAt.toISOString(), id],
    count: () => db.document.count({ where }),
  });
}

/**
 * Documents of a region and those below it whose attribute is to be looked at again until a day or before, the longest
 * overdue first. For staff.
 */
export function attributeReviewsDue(
  { db }: DocumentsContext,
  region: string,
  on: CivilDate,
  page: PageArgs & { readonly query: object },
): Promise<Page<Document>> {
  const where = {
    AND: [ofRegion(region), { status: 'APPROVED' as const, attributeReviewDueOn: { lte: toUtcMidnight(on) } }],
  };
  return readPage<Document>(page, {
    find: (take, position) =>
      db.document.findMany({
        ...page.query,
        where: { AND: [where, behindDue(position)] },
        orderBy: [{ attributeReviewDueOn: 'asc' }, { id: 'asc' }],
        take,
      }),
    positionOf: ({ attributeReviewDueOn, id }) => [fromUtcMidnight(attributeReviewDueOn ?? new Date(0)), id],
    count: () => db.document.count({ where }),
  });
}

function ofRegion(region: string): Prisma.DocumentWhereInput {
  const { from, to } = regionRange(region);
  return { regionCode: { gte: from, lte: to }, status: { not: 'PUBLISHED' } };
}

function conditionsOf({ status, attribute, isAttributeMissing, isLegacy, issuer }: StaffDocumentFilter) {
  const all: Prisma.DocumentWhereInput[] = [];
  if (status != null) all.push({ status });
  if (attribute != null) all.push({ attribute });
  if (isAttributeMissing != null) all.push({ attribute: isAttributeMissing ? null : { not: null } });
  if (isLegacy != null) all.push({ isLegacy });
  if (issuer != null) all.push({ issuerId: issuer });
  return all;
}

function behindDraft(position: Position | null): Prisma.DocumentWhereInput {
  if (position === null) return {};
  const [drafted = '', id = ''] = position;
  const draftedAt = new Date(drafted);
  if (Number.isNaN(draftedAt.getTime())) throw otherList(position);
  return { draftedAt: { lte: draftedAt }, OR: [{ draftedAt: { lt: draftedAt } }, { id: { lt: id } }] };
}

function behindDue(position: Position | null): Prisma.DocumentWhereInput {
  if (position === null) return {};
  const [due = '', id = ''] = position;
  const day = parseCivilDate(due);
  if (day === null) throw otherList(position);
  const attributeReviewDueOn = toUtcMidnight(day);
  return {
    attributeReviewDueOn: { gte: attributeReviewDueOn },
    OR: [{ attributeReviewDueOn: { gt: attributeReviewDueOn } }, { id: { gt: id } }],
  };
}

function otherList(position: Position): Fault {
  return new Fault('CURSOR_INVALID', `Expected a page cursor of this list, got one of ${JSON.stringify(position)}`);
}
