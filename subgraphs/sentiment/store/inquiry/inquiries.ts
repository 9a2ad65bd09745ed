import type { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { Fault } from '../../../../core/fault.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../../kit/page.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import { staffRegions } from '../../../kit/staff.ts';
import type { Database, SentimentContext } from '../database.ts';
import type { Inquiry, InquiryKind, InquiryStage } from './rows.ts';

/** One inquiry by its id, batched. */
export const inquiryById = entityLoader<Database, Inquiry>({
  typeName: 'Inquiry',
  keyOf: ({ id }) => id,
  find: (query, ids, { db }) => db.inquiry.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Which inquiries a list holds. */
export interface InquiryFilter {
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  readonly stage?: InquiryStage | null | undefined;
  readonly kind?: InquiryKind | null | undefined;
  readonly office?: string | null | undefined;
  readonly topic?: string | null | undefined;
  /** Whether something is owed whose time is over. */
  readonly overdue?: boolean | null | undefined;
}

/**
 * Inquiries, the last received first; empty for everyone but staff, who see those of their regions.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function inquiryList(context: SentimentContext, filter: InquiryFilter, page: PageArgs): Promise<Page<Inquiry>> {
  const { db } = context;
  const where = { AND: conditionsOf(context, filter) };
  return readPage<Inquiry>(page, {
    find: (take, position) =>
      db.inquiry.findMany({
        where: { AND: [where, behind(position)] },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take,
      }),
    positionOf: ({ receivedAt, id }) => [receivedAt.toISOString(), id],
    count: () => db.inquiry.count({ where }),
  });
}

function conditionsOf({ scope, clock }: SentimentContext, filter: InquiryFilter): Prisma.InquiryWhereInput[] {
  const { region, stage, kind, office, topic, overdue } = filter;
  const own = staffRegions(scope.viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
  // A condition that never holds for everyone but staff: an empty OR would mean nothing.
  const all: Prisma.InquiryWhereInput[] = [{ OR: own.length > 0 ? own : [{ regionCode: { in: [] } }] }];
  if (region != null) {
    const { from, to } = regionRange(region);
    all.push({ regionCode: { gte: from, lte: to } });
  }
  if (stage != null) all.push({ stage });
  if (kind != null) all.push({ kind });
  if (office != null) all.push({ officeId: office });
  if (topic != null) all.push({ topic });
  if (overdue != null) {
    const owed = {
      metAt: null,
      droppedAt: null,
      dueAt: { lt: clock.now() },
      kind: { not: 'PETITION_OBJECTION' },
    } as const;
    all.push({ clocks: overdue ? { some: owed } : { none: owed } });
  }
  return all;
}

function behind(position: Position | null): Prisma.InquiryWhereInput {
  if (position === null) return {};
  const [received = '', id = ''] = position;
  const at = new Date(received);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== received) {
    throw new Fault('CURSOR_INVALID', 'Expected a page cursor of inquiries.');
  }
  return { receivedAt: { lte: at }, OR: [{ receivedAt: { lt: at } }, { id: { lt: id } }] };
}
