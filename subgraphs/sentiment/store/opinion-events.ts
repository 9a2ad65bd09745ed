import {
  Prisma,
  type OpinionEvent,
  type OpinionEventStatus,
} from '../../../prisma/generated/sentiment/client/client.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { entityLoader } from '../../kit/per-request.ts';
import type { Database, SentimentContext } from './database.ts';

/** One opinion event by its id, batched: all that one request asks for come by one query. */
export const opinionEventById = entityLoader<Database, OpinionEvent>({
  typeName: 'OpinionEvent',
  keyOf: (event) => event.id,
  find: (query, ids, { db }) => db.opinionEvent.findMany({ ...query, where: { id: { in: ids } } }),
});

/** Which events a list holds. */
export interface OpinionEventFilter {
  /** A region code; includes the regions below it. Null: everywhere. */
  readonly regionCode: string | null;
  readonly status: OpinionEventStatus | null;
}

/** Opinion events, the newest detection first. */
export function opinionEventsOf(
  { db }: SentimentContext,
  { regionCode, status }: OpinionEventFilter,
  page: PageArgs,
  query: object,
): Promise<Page<OpinionEvent>> {
  const range = regionCode === null ? null : regionRange(regionCode);
  const where: Prisma.OpinionEventWhereInput = {
    ...(range !== null && { regionCode: { gte: range.from, lte: range.to } }),
    ...(status !== null && { status }),
  };
  return readPage<OpinionEvent>(page, {
    find: (take, position) => {
      const [detectedAt = '', id = ''] = position ?? [];
      const behind =
        position === null ? {} : { OR: [{ detectedAt: { lt: detectedAt } }, { detectedAt, id: { lt: id } }] };
      const orderBy: Prisma.OpinionEventOrderByWithRelationInput[] = [{ detectedAt: 'desc' }, { id: 'desc' }];
      return db.opinionEvent.findMany({ ...query, where: { AND: [where, behind] }, orderBy, take });
    },
    positionOf: (event) => [event.detectedAt.toISOString(), event.id],
    count: () => db.opinionEvent.count({ where }),
  });
}
