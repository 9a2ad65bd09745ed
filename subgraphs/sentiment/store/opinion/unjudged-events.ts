import type { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import type { OpinionEvent, SentimentContext } from '../database.ts';
import { placeOf, positionOf } from './event-place.ts';

/**
 * Events of a region and those below it that wait to be judged, the longest waiting first. Whoever asks must be staff.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function unjudgedEvents(
  { db }: SentimentContext,
  regionCode: string,
  page: PageArgs,
): Promise<Page<OpinionEvent>> {
  const { from, to } = regionRange(regionCode);
  const where: Prisma.OpinionEventWhereInput = { severity: null, regionCode: { gte: from, lte: to } };
  return readPage<OpinionEvent>(page, {
    find: (take, position) => {
      const behind = placeOf(position);
      const after: Prisma.OpinionEventWhereInput =
        behind === null
          ? {}
          : {
              detectedAt: { gte: behind.detectedAt },
              OR: [{ detectedAt: { gt: behind.detectedAt } }, { id: { gt: behind.id } }],
            };
      return db.opinionEvent.findMany({
        where: { ...where, ...after },
        orderBy: [{ detectedAt: 'asc' }, { id: 'asc' }],
        take,
      });
    },
    positionOf,
    count: () => db.opinionEvent.count({ where }),
  });
}
