import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilDate, toUtcMidnight } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { casesOf, report, storeCases, type Case } from './reports.ts';

const OPEN: Case = { office: AUTHORITY, kind: 'ENTERPRISE', receivedOn: '2025-03-01', answered: null };

describe.each(DATABASE_KINDS)('the other numbers of an annual report on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query('truncate documents.document cascade');
    });

    it('count what came of reconsiderations and lawsuits by the end of the year', async () => {
      await storeCases(served, [OPEN, OPEN, OPEN, OPEN, OPEN]);
      const review = (index: number, more: object) => ({
        id: `review-${String(index)}`,
        applicationId: `case-00${String(index)}`,
        officeId: AUTHORITY,
        regionCode: COUNTY,
        kind: 'RECONSIDERATION' as const,
        filedOn: toUtcMidnight(civilDate('2025-05-01')),
        outcome: 'UPHELD' as const,
        decidedOn: toUtcMidnight(civilDate('2025-12-31')),
        recordedAt: new Date(),
        recordedBy: 'test',
        ...more,
      });
      const on = (day: string) => toUtcMidnight(civilDate(day));
      await served.db.applicationReview.createMany({
        data: [
          review(0, {}),
          review(1, { decidedOn: on('2026-01-01') }),
          review(2, { filedOn: on('2024-05-01'), decidedOn: on('2024-12-31') }),
          review(3, { filedOn: on('2024-05-01'), decidedOn: on('2025-01-01'), outcome: 'OTHER' }),
          review(4, { kind: 'DIRECT_LITIGATION', outcome: 'PENDING', decidedOn: null }),
        ],
      });
      const { reviews = [] } = (await report(served)) ?? {};
      expect(reviews).toMatchObject([
        {
          line: 'RECONSIDERATION',
          cells: [
            { id: 'RECONSIDERATION.UPHELD', count: 1 },
            { column: 'CORRECTED', count: 0 },
            { column: 'OTHER_OUTCOME', count: 1 },
            { column: 'PENDING', count: 1 },
            { column: 'TOTAL', count: 3 },
          ],
        },
        { line: 'DIRECT_LITIGATION', cells: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 1 }, { count: 1 }] },
        { line: 'LITIGATION_AFTER_RECONSIDERATION' },
      ]);
      for (const { line, cells } of reviews) {
        for (const { column, count: number } of cells) {
          const { totalCount, ids } = await casesOf(served, { line, column } as never);
          expect([line, column, totalCount, ids.length]).toEqual([line, column, number, number]);
        }
      }
    });

    it('count the normative documents that were made, repealed and in force, and open each number', async () => {
      const stored = (id: string, more: object) => ({
        id,
        title: id,
        body: '正文',
        issuerId: AUTHORITY,
        regionCode: COUNTY,
        attribute: 'PROACTIVE' as const,
        isPolicy: true,
        isNormative: true,
        status: 'PUBLISHED' as const,
        issuedOn: toUtcMidnight(civilDate('2025-06-01')),
        publishedAt: new Date('2025-06-02T00:00:00.000Z'),
        draftedBy: 'test',
        draftedAt: new Date('2025-05-02T00:00:00.000Z'),
        ...more,
      });
      const on = (day: string) => toUtcMidnight(civilDate(day));
      await served.db.document.createMany({
        data: [
          stored('made', {}),
          stored('made on the last day', { issuedOn: on('2025-12-31') }),
          stored('made on the first day', { issuedOn: on('2025-01-01') }),
          stored('made the year after', { issuedOn: on('2026-01-01') }),
          stored('made without a day', { issuedOn: null, publishedAt: new Date('2024-12-31T16:00:00.000Z') }),
          stored('older', { issuedOn: on('2024-12-31') }),
          stored('older, amended', { issuedOn: on('2020-01-01'), validity: 'AMENDED' }),
          stored('older, repealed', { issuedOn: on('2020-01-01'), validity: 'REPEALED' }),
          stored('older, repealed later', { issuedOn: on('2020-01-01'), validity: 'REPEALED' }),
          stored('older, repealed nobody knows when', { issuedOn: on('2020-01-01'), validity: 'REPEALED' }),
          stored('older, to the last day', { issuedOn: on('2020-01-01'), expiresOn: on('2025-12-31') }),
          stored('older, to the day before', { issuedOn: on('2020-01-01'), expiresOn: on('2025-12-30') }),
          stored('older, expired', { issuedOn: on('2020-01-01'), expiresOn: on('2024-12-31'), validity: 'EXPIRED' }),
          stored('no normative one', { isNormative: false }),
          stored("another's", { issuerId: 'other' }),
          stored('withdrawn', { status: 'WITHDRAWN' }),
        ],
      });
      const changed = (documentId: string, takenAt: string) =>
        served.db.documentStep.create({
          data: { documentId, kind: 'VALIDITY_CHANGED', takenBy: 'test', takenAt: new Date(takenAt) },
        });
      await changed('older, repealed', '2025-12-31T15:59:59.999Z');
      await changed('older, repealed later', '2025-12-31T16:00:00.000Z');
      const names = {
        MADE: ['made', 'made on the first day', 'made on the last day', 'made without a day'],
        REPEALED: ['older, repealed'],
        IN_FORCE: [
          ...['made', 'made on the first day', 'made on the last day', 'made without a day'],
          ...['older', 'older, to the last day', 'older, amended', 'older, repealed later'],
        ],
      };
      expect((await report(served))?.proactive).toMatchObject({
        normativeMade: names.MADE.length,
        normativeRepealed: names.REPEALED.length,
        normativeInForce: names.IN_FORCE.length,
      });
      for (const [measure, ids] of Object.entries(names)) {
        const text = `{ annualReportDocuments(office: "${AUTHORITY}", year: 2025, measure: ${measure}, first: 50) {
          totalCount edges { node { id } } } }`;
        const { data } = await served.ask(text, {}, staff('EDITOR'));
        const found = (data as { annualReportDocuments: { totalCount: number; edges: { node: { id: string } }[] } })
          .annualReportDocuments;
        expect(found.edges.map(({ node }) => node.id).sort()).toEqual([...ids].sort());
        expect(found.totalCount).toBe(ids.length);
        expect((await served.ask(text)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
      }
    });
  });
});
