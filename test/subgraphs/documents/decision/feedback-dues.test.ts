import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../../core/change.ts';
import { civilDate } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { atNoon, change, decisionDocument, discussed, listed, publishedCatalogue, seen } from './decisions.ts';

/** What the log tells of a year: only the days that matter here. */
function calendar(year: number, holidays: readonly object[], kind: 'PUBLISHED' | 'REVISED' = 'PUBLISHED'): NewEntry {
  return {
    kind,
    subject: 'WORKING_CALENDAR',
    subjectId: String(year),
    occurredAt: new Date('2026-11-20T00:00:00.000Z'),
    regionCode: null,
    publisherId: null,
    payload: { holidays: holidays as never, workdays: [] },
  };
}

describe.each(DATABASE_KINDS)('the last day of an answer to the public on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(() => {
      atNoon(served, '2026-03-02');
    });
    const toldSince = async (count: number) => (await served.entries()).slice(count);

    it('is counted anew, and told, when a year of the calendar is followed', async () => {
      const id = await listed(served, '疾控体系');
      const closed = await listed(served, '妇幼体系');
      await publishedCatalogue(served);
      for (const one of [id, closed]) {
        await discussed(served, one);
        await decisionDocument(served, `document of ${one}`, civilDate('2026-06-12'));
        await change(served, 'recordDecisionDocument', { id: one, document: `document of ${one}` });
      }
      const input = { opinionsCollected: 0, opinionsAdopted: 0 };
      await change(served, 'publishDecisionFeedback', { id: closed, input });
      const before = (await served.entries()).length;
      await served.tell(calendar(2026, [{ on: '2026-06-19', name: '端午节' }]));
      expect(await seen(served, id)).toMatchObject({ feedback: { dueOn: '2026-06-29', provisional: false } });
      expect(await seen(served, closed)).toMatchObject({ feedback: { dueOn: '2026-06-26', provisional: true } });
      const told = await toldSince(before);
      expect(told.map(({ kind, subject, subjectId }) => `${kind} ${subject} ${subjectId}`)).toEqual([
        'PUBLISHED WORKING_CALENDAR 2026',
        `REVISED MAJOR_DECISION ${id}`,
      ]);
      expect(told[1]?.payload).toMatchObject({ feedbackDueOn: '2026-06-29', isFeedbackDueProvisional: false });
      await served.tell(calendar(2026, [{ on: '2026-06-19', name: '端午节' }], 'REVISED'));
      expect(await toldSince(before + 3)).toEqual([]);
    });
  });
});
