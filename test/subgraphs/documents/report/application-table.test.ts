import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPLICATION_RESULTS } from '../../../../subgraphs/documents/rules/application/result.ts';
import {
  APPLICATION_COLUMNS,
  APPLICATION_LINES,
  type ApplicationColumn,
  type ApplicationLine,
} from '../../../../subgraphs/documents/rules/report/application-lines.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { casesOf, count, report, storeCases, type Case } from './reports.ts';

const YEAR = 2025;
/** Results that stand under a line of another name; written out anew, so that the table is not held against itself. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ALREADY_PUBLIC: 'GRANTED',
  NOT_THIS_AGENCY: 'UNABLE_NOT_HELD',
  OTHER_RULES: 'OTHER',
  OTHER_WITHDRAWN: 'OTHER',
};

/** Whether a case counts under a line, asked of one case and one line at a time. */
function isOn({ receivedOn, answered }: Case, line: ApplicationLine): boolean {
  const [received, done] = [Number(receivedOn.slice(0, 4)), Number(answered?.on.slice(0, 4) ?? 9999)];
  if (received > YEAR || done < YEAR) return false;
  if (line === 'RECEIVED') return received === YEAR;
  if (line === 'CARRIED_OVER') return received < YEAR;
  if (line === 'CARRIED_FORWARD') return done > YEAR;
  if (answered === null || done > YEAR) return false;
  return line === 'HANDLED' || (ELSEWHERE[answered.result] ?? answered.result) === line;
}

function naive(cases: readonly Case[], line: ApplicationLine, column: ApplicationColumn): number {
  return cases.filter(
    (one) => one.office === AUTHORITY && isOn(one, line) && (column === 'TOTAL' || one.kind === column),
  ).length;
}

// The last days of a year and the first of the next, where a case changes its line.
const aDay = fc.constantFrom('2024-12-31', '2025-01-01', '2025-06-15', '2025-12-31', '2026-01-01', '2023-05-01');
const aCase: fc.Arbitrary<Case> = fc
  .record({
    office: fc.constantFrom(AUTHORITY, AUTHORITY, AUTHORITY, 'other'),
    kind: fc.constantFrom('NATURAL_PERSON', 'ENTERPRISE', 'RESEARCH', 'PUBLIC_WELFARE', 'LEGAL_SERVICE', 'OTHER'),
    receivedOn: aDay,
    answeredOn: fc.option(aDay),
    result: fc.constantFrom(...APPLICATION_RESULTS),
  })
  .map(({ answeredOn, result, ...one }) => ({
    ...one,
    answered: answeredOn === null || answeredOn < one.receivedOn ? null : { on: answeredOn, result },
  }));

const aLine = fc.constantFrom(...APPLICATION_LINES);
const aColumn = fc.constantFrom(...APPLICATION_COLUMNS);

describe.each(DATABASE_KINDS)('the table of applications on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    it(
      'is what counting one case after another gives, balances in every column, and each cell is the length of its list',
      { timeout: 120_000 },
      async () => {
        const cases = fc.array(aCase, { maxLength: 25 });
        await fc.assert(
          fc.asyncProperty(cases, aLine, aColumn, async (made, line, column) => {
            await storeCases(served, made);
            const { applications = [] } = (await report(served, { year: YEAR })) ?? {};
            for (const row of APPLICATION_LINES) {
              for (const each of APPLICATION_COLUMNS) {
                expect([row, each, count(applications, row, each)]).toEqual([row, each, naive(made, row, each)]);
              }
            }
            const of = (row: ApplicationLine, each: ApplicationColumn) => count(applications, row, each) ?? NaN;
            for (const each of APPLICATION_COLUMNS) {
              const [came, went] = [
                of('RECEIVED', each) + of('CARRIED_OVER', each),
                of('HANDLED', each) + of('CARRIED_FORWARD', each),
              ];
              expect(came).toBe(went);
            }
            const { totalCount, ids } = await casesOf(served, { line, column }, YEAR);
            expect(totalCount).toBe(of(line, column));
            expect(ids).toHaveLength(totalCount);
          }),
          { numRuns: 40 },
        );
      },
    );

    it('carries forward exactly what the next year carries over', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aCase, { maxLength: 20 }), async (made) => {
          await storeCases(served, made);
          const [before, after] = [await report(served, { year: 2024 }), await report(served, { year: 2025 })];
          for (const column of APPLICATION_COLUMNS) {
            expect(count(after?.applications ?? [], 'CARRIED_OVER', column)).toBe(
              count(before?.applications ?? [], 'CARRIED_FORWARD', column),
            );
          }
        }),
        { numRuns: 20 },
      );
    });

    it('opens every cell to its cases', { timeout: 60_000 }, async () => {
      const answered = APPLICATION_RESULTS.map((result, index) => ({
        office: AUTHORITY,
        kind: (['NATURAL_PERSON', 'ENTERPRISE', 'OTHER'] as const)[index % 3] ?? 'OTHER',
        receivedOn: index % 2 === 0 ? '2024-12-31' : '2025-01-01',
        answered: { on: '2025-12-31', result },
      }));
      const made: Case[] = [
        ...answered,
        { office: AUTHORITY, kind: 'RESEARCH', receivedOn: '2025-12-31', answered: null },
      ];
      await storeCases(served, made);
      const { applications = [] } = (await report(served)) ?? {};
      for (const line of APPLICATION_LINES) {
        for (const column of ['TOTAL', 'NATURAL_PERSON', 'RESEARCH'] as const) {
          const { totalCount, ids } = await casesOf(served, { line, column });
          expect([line, column, totalCount]).toEqual([line, column, count(applications, line, column)]);
          expect(ids).toHaveLength(totalCount);
        }
      }
      expect((await casesOf(served, { line: 'CARRIED_FORWARD', column: 'TOTAL' })).ids).toEqual(['case-024']);
    });

    it('takes three statements and those of its row and office, however many cases there are', async () => {
      const one: Case = { office: AUTHORITY, kind: 'OTHER', receivedOn: '2025-03-01', answered: null };
      const cost = async (cases: number) => {
        await storeCases(
          served,
          Array.from({ length: cases }, () => one),
        );
        served.statements();
        await report(served);
        return served.statements().length;
      };
      expect(await cost(1)).toBe(4);
      expect(await cost(50)).toBe(4);
    });

    it('gives its cases by pages, to staff of the region only', async () => {
      const one: Case = { office: AUTHORITY, kind: 'OTHER', receivedOn: '2025-03-01', answered: null };
      await storeCases(served, [{ ...one, receivedOn: '2025-04-01' }, one, one]);
      const ask = (viewer: Parameters<ServedDocuments['ask']>[2], after: string | null = null, more = 'TOTAL') =>
        served.ask(
          `query ($after: String) { annualReportCases(office: "${AUTHORITY}", year: 2025, line: RECEIVED,
             column: ${more}, first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
          { after },
          viewer,
        );
      const { data } = await ask(staff('EDITOR', COUNTY));
      const page = (data as { annualReportCases: { pageInfo: { endCursor: string } } }).annualReportCases;
      expect(page).toMatchObject({
        edges: [{ node: { id: 'case-001' } }, { node: { id: 'case-002' } }],
        pageInfo: { hasNextPage: true },
      });
      expect((await ask(staff('EDITOR'), page.pageInfo.endCursor)).data).toMatchObject({
        annualReportCases: { edges: [{ node: { id: 'case-000' } }], pageInfo: { hasNextPage: false } },
      });
      const codeOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).errors?.[0]?.extensions['code'];
      expect(await codeOf(null)).toBe('UNAUTHENTICATED');
      expect(await codeOf(staff('EDITOR', '140522'))).toBe('FORBIDDEN');
      expect(await codeOf(staff('AGGREGATOR'))).toBe('FORBIDDEN');
      expect(await codeOf(staff('EDITOR'), null, 'UPHELD')).toBe('BAD_USER_INPUT');
    });
  });
});
