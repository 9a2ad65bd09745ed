import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { below, grouped, inquiryTallyOf, isAsked, outcomesOf, tallyOf } from './counted-one-by-one.ts';
import { anEvent, anInquiry, NOW, storeEvents, storeInquiries, type DrawnEvent } from './drawn-matters.ts';

const OUTCOMES = ['ON_TIME', 'LATE', 'OPEN', 'OVERDUE'] as const;
const TALLY = `events respondedOnTime respondedLate open overdue onTimeRate
  clocks { kind metOnTime metLate running breached }
  effect { evaluated foundWanting accountable circulatedCriticisms talks }
  ${OUTCOMES.map((outcome) => `${outcome}: countedEvents(outcome: ${outcome}, first: 100) { totalCount edges { node { id } } }`).join('\n')}
  countedEvents(first: 100) { totalCount edges { node { id } } }`;
const EVENTS = `query ($region: ID!, $from: Date!, $to: Date!, $source: OpinionSource, $severity: Severity, $office: ID) {
  responsePerformance(region: $region, from: $from, to: $to, source: $source, severity: $severity, office: $office) {
    ${TALLY} bySeverity { severity ${TALLY} } bySource { source ${TALLY} }
    byOffice { office { id } ${TALLY} } byRegion { region { code } ${TALLY} } } }`;
const INQUIRED = `received answeredOnTime answeredLate open overdue closedUnanswered rated satisfied reworked onTimeRate
  satisfiedRate`;
const INQUIRIES = `query ($region: ID!, $from: Date!, $to: Date!, $route: InquiryRoute, $kind: InquiryKind, $office: ID) {
  inquiryPerformance(region: $region, from: $from, to: $to, route: $route, kind: $kind, office: $office) {
    ${INQUIRED} repeated medianHoursToAnswer byRoute { route ${INQUIRED} } byKind { kind ${INQUIRED} }
    byOffice { office { id } ${INQUIRED} } byRegion { region { code } ${INQUIRED} } } }`;

const asked = fc.record({
  region: fc.constantFrom('140000', '140500', '140521', '310000', '420000'),
  from: fc.constantFrom('2026-11-18', '2026-11-20', '2026-11-21'),
  to: fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23'),
});
const orAny = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 });
const among = fc.record({
  source: orAny(fc.constantFrom('WEIBO', 'OTHER')),
  severity: orAny(fc.constantFrom('MAJOR', 'ORDINARY')),
  office: orAny(fc.constant('office-1')),
});
const amongInquiries = fc.record({
  route: orAny(fc.constantFrom('HOTLINE_12345')),
  kind: orAny(fc.constantFrom('PETITION', 'COMPLAINT')),
  office: orAny(fc.constant('office-1')),
});
const reference = (key: 'id' | 'code', value: string | null) => (value === null ? null : { [key]: value });

describe.each(DATABASE_KINDS)('performance in detail on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      served.clock.at = NOW;
    });
    afterAll(() => served.close());
    const editor = staff('EDITOR', '140000');
    const chief = { ...editor, regions: ['140000', '310000', '420000'] };

    it(
      'of events is what counting them one by one gives, and behind every number stand its events',
      { timeout: 120_000 },
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(anEvent, { maxLength: 20 }), asked, among, async (drawn, ask, narrowed) => {
            await storeEvents(served, drawn);
            served.statements();
            const { data, errors } = await served.ask(EVENTS, { ...ask, ...narrowed }, chief);
            expect(errors).toBeUndefined();
            // All tallies; then, for the whole and again for all rows together: clocks, effects, and of each list the
            // page, its events and their count. However many rows there are.
            expect(served.statements().length).toBeLessThanOrEqual(1 + 2 * (2 + 5 * 3));

            const counted = drawn.filter(
              (event) =>
                event.severity !== null &&
                isAsked(event.regionCode, event.detectedAt, ask) &&
                (narrowed.source === null || narrowed.source === event.source) &&
                (narrowed.severity === null || narrowed.severity === event.severity) &&
                (narrowed.office === null || narrowed.office === event.office),
            );
            const row = (events: readonly DrawnEvent[]) => ({ ...tallyOf(events), ...lists(drawn, events) });
            expect(data).toEqual({
              responsePerformance: {
                ...row(counted),
                bySeverity: grouped(counted, ({ severity }) => severity).map(([severity, of]) => ({
                  severity,
                  ...row(of),
                })),
                bySource: grouped(counted, ({ source }) => source).map(([source, of]) => ({ source, ...row(of) })),
                byOffice: grouped(counted, ({ office }) => office).map(([id, of]) => ({
                  office: reference('id', id),
                  ...row(of),
                })),
                byRegion: grouped(counted, ({ regionCode }) => below(ask.region, regionCode)).map(([code, of]) => ({
                  region: reference('code', code),
                  ...row(of),
                })),
              },
            });
          }),
          { numRuns: 25 },
        );
      },
    );

    it('of inquiries is what counting them one by one gives, by one statement', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anInquiry, { maxLength: 20 }),
          asked,
          amongInquiries,
          async (drawn, ask, narrowed) => {
            await storeInquiries(served, drawn);
            const { data, errors } = await served.ask(INQUIRIES, { ...ask, ...narrowed }, chief);
            expect(errors).toBeUndefined();
            const counted = drawn.filter(
              (one) =>
                isAsked(one.regionCode, one.receivedAt, ask) &&
                (narrowed.route === null || narrowed.route === one.route) &&
                (narrowed.kind === null || narrowed.kind === one.kind) &&
                (narrowed.office === null || narrowed.office === one.office),
            );
            expect(data).toMatchObject({
              inquiryPerformance: {
                ...inquiryTallyOf(counted),
                repeated: counted.filter((one) => one.isRepeat && one !== drawn[0]).length,
                byRoute: grouped(counted, ({ route }) => route).map(([route, of]) => ({
                  route,
                  ...inquiryTallyOf(of),
                })),
                byKind: grouped(counted, ({ kind }) => kind).map(([kind, of]) => ({ kind, ...inquiryTallyOf(of) })),
                byOffice: grouped(counted, ({ office }) => office).map(([id, of]) => ({
                  office: reference('id', id),
                  ...inquiryTallyOf(of),
                })),
                byRegion: grouped(counted, ({ regionCode }) => below(ask.region, regionCode)).map(([code, of]) => ({
                  region: reference('code', code),
                  ...inquiryTallyOf(of),
                })),
              },
            });
          },
        ),
        { numRuns: 40 },
      );
    });

    it('keeps evaluations to staff of the region, and all of inquiries', async () => {
      await storeEvents(served, []);
      const ask = { region: '140500', from: '2026-11-20', to: '2026-11-23' };
      const other = staff('EDITOR', '140400');
      for (const viewer of [null, other]) {
        const effect = `query ($region: ID!, $from: Date!, $to: Date!) {
          responsePerformance(region: $region, from: $from, to: $to) { effect { evaluated } } }`;
        expect((await served.ask(effect, ask, viewer)).data).toEqual({ responsePerformance: { effect: null } });
        const { data, errors } = await served.ask(INQUIRIES, ask, viewer);
        expect(data).toBeNull();
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
          viewer === null ? 'UNAUTHENTICATED' : 'FORBIDDEN',
        ]);
      }
    });

    it('pages through the events behind a number, and refuses the cursor of another list', async () => {
      const [event] = fc.sample(anEvent, { numRuns: 1, seed: 7 });
      if (event === undefined) throw new Error('Expected an event.');
      const events = Array.from({ length: 5 }, (_one, index): DrawnEvent => ({
        ...event,
        ...{ regionCode: '140521', severity: 'MAJOR', answeredAfterMs: null },
        detectedAt: new Date(NOW.getTime() - (index < 2 ? 1 : index) * 3_600_000),
      }));
      await storeEvents(served, events);
      const text = `query ($after: String) { responsePerformance(region: "140500", from: "2026-11-20", to: "2026-11-23") {
        countedEvents(outcome: OPEN, first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } } }`;
      const ids: string[] = [];
      for (let after: string | null = null, isMore = true; isMore;) {
        const { data } = await served.ask(text, { after });
        const { countedEvents: page } = (data as Record<string, { countedEvents: Page }>)['responsePerformance'] ?? {};
        ids.push(...(page?.edges.map(({ node }) => node.id) ?? []));
        after = page?.pageInfo.endCursor ?? null;
        isMore = page?.pageInfo.hasNextPage ?? false;
      }
      expect(ids).toEqual(['1', '0', '2', '3', '4']);
      const cursor = Buffer.from('["2026-10"]').toString('base64url');
      const { errors } = await served.ask(text, { after: cursor });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['CURSOR_INVALID']);
    });
  });
});

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** The lists behind a row: every event under its outcomes, the newest detection first. */
function lists(drawn: readonly DrawnEvent[], counted: readonly DrawnEvent[]) {
  const idOf = (event: DrawnEvent) => String(drawn.indexOf(event));
  const list = (events: readonly DrawnEvent[]) => ({
    totalCount: events.length,
    edges: events
      .toSorted(
        (one, other) => other.detectedAt.getTime() - one.detectedAt.getTime() || (idOf(one) < idOf(other) ? 1 : -1),
      )
      .map((event) => ({ node: { id: idOf(event) } })),
  });
  return {
    countedEvents: list(counted),
    ...Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, list(counted.filter((event) => outcomesOf(event).includes(outcome)))]),
    ),
  };
}
