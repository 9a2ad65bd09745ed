import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { ResponseClock } from '../clocks/clock-rows.ts';
import type { SentimentContext } from '../database.ts';

const NAME = 'clocks of inquiries';

/** The clocks of an inquiry, the earliest end first; one statement, however many inquiries a request asks for. */
export function clocksOfInquiry(context: SentimentContext, inquiryId: string): Promise<ResponseClock[]> {
  return perRequest(context, NAME, async (ids: readonly string[]) => {
    const rows = await context.db.responseClock.findMany({
      where: { inquiryId: { in: [...ids] } },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
    return inGroups(ids, rows, (row) => row.inquiryId ?? '');
  }).load(inquiryId);
}

/** Makes the rest of a request read clocks anew, after a change. */
export function forgetClocks(context: Pick<SentimentContext, 'loaders'>): void {
  context.loaders.delete(NAME);
}
