import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  civilDateOf,
  daysBetween,
  toUtcMidnight,
  type CivilDate,
} from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { serveDocuments, type ServedDocuments } from '../serve-documents.ts';

const TEXT = `query ($region: ID!, $on: Date!, $measure: DecisionMeasure!) {
  decisionPerformance(region: $region, year: 2026, on: $on) {
    counts { measure decisions }
    issuers { issuer { id } meetingsAttended meetingsTarget meetsTarget counts { measure decisions } }
    decisions(measure: $measure, first: 100) { totalCount edges { node { id } } } } }`;

/** A decision as a test wants it to stand; every day counts from 1 March 2026. */
interface Made {
  readonly issuer: string;
  readonly year: number;
  readonly isPublic: boolean;
  readonly consultationDays: number | null;
  readonly isAbandoned: boolean;
  readonly meeting: { readonly day: number; readonly attended: number } | null;
  readonly feedbackDue: number | null;
  readonly feedbackAt: Date | null;
}

const ISSUERS: Readonly<Record<string, string>> = { a: '140521', b: '140522', c: '140428' };
const FIRST = civilDate('2026-03-01');
const ON = civilDate('2026-03-15');
const day = (offset: number): CivilDate => addDays(FIRST, offset);

/** What the rules say, one decision after another. */
function naive(decisions: readonly Made[], region: string) {
  const prefix = region.replace(/(?:00)+$/, '');
  const among = decisions.filter(
    ({ issuer, year, isPublic }) => ISSUERS[issuer]?.startsWith(prefix) === true && year === 2026 && isPublic,
  );
  const count = (holds: (decision: Made) => boolean) => among.filter(holds).length;
  const answered = ({ feedbackDue, feedbackAt }: Made) => feedbackDue !== null && feedbackAt !== null;
  const isOnTime = ({ feedbackDue, feedbackAt }: Made) =>
    civilDateOf(feedbackAt ?? new Date()) <= day(feedbackDue ?? 0);
  const isOpen = ({ feedbackDue, feedbackAt }: Made) => feedbackDue !== null && feedbackAt === null;
  return {
    LISTED: among.length,
    CONSULTED: count(({ consultationDays }) => consultationDays !== null),
    SHORTENED: count(({ consultationDays }) => consultationDays !== null && consultationDays < 30),
    DISCUSSED: count(({ meeting }) => meeting !== null),
    DECIDED: count(({ feedbackDue }) => feedbackDue !== null),
    FEEDBACK_ON_TIME: count((one) => answered(one) && isOnTime(one)),
    FEEDBACK_LATE: count((one) => answered(one) && !isOnTime(one)),
    FEEDBACK_OUTSTANDING: count((one) => isOpen(one) && daysBetween(ON, day(one.feedbackDue ?? 0)) >= 0),
    FEEDBACK_OVERDUE: count((one) => isOpen(one) && daysBetween(ON, day(one.feedbackDue ?? 0)) < 0),
    ABANDONED: count(({ isAbandoned }) => isAbandoned),
  };
}

function meetingDays(decisions: readonly Made[], issuer: string): number {
  const days = decisions.flatMap(({ issuer: whose, isPublic, meeting }) =>
    whose === issuer && isPublic && meeting !== null && meeting.attended > 0 ? [day(meeting.day)] : [],
  );
  return new Set(days.filter((one) => one.startsWith('2026'))).size;
}

const aDecision: fc.Arbitrary<Made> = fc.record({
  issuer: fc.constantFrom('a', 'b', 'c'),
  year: fc.constantFrom(2026, 2026, 2025),
  isPublic: fc.constantFrom(true, true, false),
  consultationDays: fc.constantFrom(null, 29, 30, 31),
  isAbandoned: fc.boolean(),
  meeting: fc.option(fc.record({ day: fc.constantFrom(-70, -60, 0, 1), attended: fc.constantFrom(0, 2) })),
  feedbackDue: fc.constantFrom(null, 13, 14, 15),
  // Around the end of 15 March in Shanghai.
  feedbackAt: fc.constantFrom(null, new Date('2026-03-15T15:59:59.999Z'), new Date('2026-03-15T16:00:00.000Z')),
});

/** An unpublished catalogue has no meetings and no answers; the hub lets none of it happen. */
function possible(made: Made): Made {
  return made.isPublic ? made : { ...made, meeting: null, feedbackDue: null, feedbackAt: null };
}

async function store({ db, database }: ServedDocuments, decisions: readonly Made[]): Promise<void> {
  await database.pool.query('truncate documents.decision_catalogue cascade');
  const catalogueOf = ({ issuer, year, isPublic }: Made) => `${issuer} ${String(year)} ${String(isPublic)}`;
  const first = new Map(decisions.map((one) => [catalogueOf(one), one]));
  await db.decisionCatalogue.createMany({
    data: [...first].map(([id, { issuer, year, isPublic }]) => ({
      id,
      // One public and one draft catalogue of a year are of two issuers.
      issuerId: isPublic ? issuer : `${issuer} draft`,
      regionCode: ISSUERS[issuer] ?? '',
      year,
      begunBy: 'test',
      begunAt: new Date(),
      publishedAt: isPublic ? new Date() : null,
    })),
  });
  await db.majorDecision.createMany({
    data: decisions.map((one, index) => ({
      id: `decision-${String(index).padStart(2, '0')}`,
      catalogueId: catalogueOf(one),
      issuerId: one.issuer,
      regionCode: ISSUERS[one.issuer] ?? '',
      title: String(index),
      undertaker: '规划科',
      stage: one.isAbandoned ? ('ABANDONED' as const) : ('LISTED' as const),
      consultationOpensOn: one.consultationDays === null ? null : toUtcMidnight(FIRST),
      consultationClosesOn: one.consultationDays === null ? null : toUtcMidnight(day(one.consultationDays - 1)),
      decidedOn: one.feedbackDue === null ? null : toUtcMidnight(FIRST),
      feedbackDueOn: one.feedbackDue === null ? null : toUtcMidnight(day(one.feedbackDue)),
      feedbackPublishedAt: one.feedbackDue === null ? null : one.feedbackAt,
    })),
  });
  await db.decisionMeeting.createMany({
    data: decisions.flatMap(({ issuer, meeting }, index) =>
      meeting === null
        ? []
        : {
            decisionId: `decision-${String(index).padStart(2, '0')}`,
            issuerId: issuer,
            heldOn: toUtcMidnight(day(meeting.day)),
            publicRepresentatives: meeting.attended,
            opinionsVoiced: 0,
            opinionsAdopted: 0,
          },
    ),
  });
}

interface Answer {
  readonly counts: readonly { readonly measure: string; readonly decisions: number }[];
  readonly issuers: readonly {
    readonly issuer: { readonly id: string };
    readonly meetingsAttended: number;
    readonly meetingsTarget: number | null;
    readonly meetsTarget: boolean | null;
    readonly counts: Answer['counts'];
  }[];
  readonly decisions: { readonly totalCount: number; readonly edges: readonly object[] };
}

const asRecord = (counts: Answer['counts']) =>
  Object.fromEntries(counts.map(({ measure, decisions }) => [measure, decisions]));

describe.each(DATABASE_KINDS)('decision performance on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());
    const asked = async (region: string, measure: string): Promise<Answer> => {
      const { data, errors } = await served.ask(TEXT, { region, on: ON, measure });
      expect(errors).toBeUndefined();
      return (data as { decisionPerformance: Answer }).decisionPerformance;
    };

    it(
      'is what counting one decision after another gives, and each number is the length of its list',
      { timeout: 90_000 },
      async () => {
        const measure = fc.constantFrom(...Object.keys(naive([], '140000')));
        const region = fc.constantFrom('140000', '140500', '140521');
        const decisions = fc.array(aDecision.map(possible), { maxLength: 12 });
        await fc.assert(
          fc.asyncProperty(decisions, region, measure, async (made, code, one) => {
            await store(served, made);
            served.statements();
            const answer = await asked(code, one);
            expect(served.statements()).toHaveLength(4);
            expect(asRecord(answer.counts)).toEqual(naive(made, code));
            expect(answer.decisions.totalCount).toBe(asRecord(answer.counts)[one]);
            expect(answer.decisions.edges).toHaveLength(answer.decisions.totalCount);
            for (const { issuer, meetingsAttended, counts } of answer.issuers) {
              const own = made.filter(({ issuer: whose }) => whose === issuer.id);
              expect(asRecord(counts)).toEqual(naive(own, code));
              expect(meetingsAttended).toBe(meetingDays(made, issuer.id));
            }
          }),
          { numRuns: 40 },
        );
      },
    );

    it('stands beside what each issuer set itself, which differs', async () => {
      const meeting = (offset: number) => ({ day: offset, attended: 1 });
      const made = { year: 2026, isPublic: true, consultationDays: 30, isAbandoned: false } as const;
      const rest = { feedbackDue: null, feedbackAt: null };
      await store(served, [
        { ...made, ...rest, issuer: 'a', meeting: meeting(0) },
        { ...made, ...rest, issuer: 'a', meeting: meeting(0) },
        { ...made, ...rest, issuer: 'b', meeting: meeting(3) },
      ]);
      await served.db.issuerTarget.createMany({
        data: [
          { issuerId: 'a', year: 2026, regionCode: '140521', meetingsAttended: 3 },
          { issuerId: 'b', year: 2026, regionCode: '140522', meetingsAttended: 1 },
          { issuerId: 'b', year: 2025, regionCode: '140522', meetingsAttended: 9 },
          { issuerId: 'd', year: 2026, regionCode: '140523', meetingsAttended: 1 },
          { issuerId: 'e', year: 2026, regionCode: '140524', meetingsAttended: null },
        ],
      });
      expect((await asked('140500', 'LISTED')).issuers).toMatchObject([
        { issuer: { id: 'a' }, meetingsAttended: 1, meetingsTarget: 3, meetsTarget: false },
        { issuer: { id: 'b' }, meetingsAttended: 1, meetingsTarget: 1, meetsTarget: true },
        { issuer: { id: 'd' }, meetingsAttended: 0, meetingsTarget: 1, meetsTarget: false },
      ]);
      await served.db.issuerTarget.deleteMany();
      expect((await asked('140500', 'LISTED')).issuers).toMatchObject([
        { issuer: { id: 'a' }, meetingsTarget: null, meetsTarget: null },
        { issuer: { id: 'b' } },
      ]);
    });

    it('gives its lists by pages', async () => {
      const { data } = await served.ask(`{ decisionPerformance(region: "140500", year: 2026) {
        decisions(measure: LISTED, first: 2) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`);
      const { decisions } = (data as { decisionPerformance: { decisions: { pageInfo: { endCursor: string } } } })
        .decisionPerformance;
      expect(decisions).toMatchObject({ edges: [{}, {}], pageInfo: { hasNextPage: true } });
      const text = `{ decisionPerformance(region: "140500", year: 2026) {
        decisions(measure: LISTED, first: 2, after: "${decisions.pageInfo.endCursor}") { edges { node { id } } } } }`;
      expect((await served.ask(text)).data).toEqual({
        decisionPerformance: { decisions: { edges: [{ node: { id: 'decision-02' } }] } },
      });
    });
  });
});
