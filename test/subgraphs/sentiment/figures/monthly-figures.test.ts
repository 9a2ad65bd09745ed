import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { openClient } from '../../../../subgraphs/sentiment/store/database.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf, type Outcome } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { store, type StoredEvent } from '../stored-events.ts';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const FIELDS =
  'id month revision publishedAt isSample region { code } figures { eventsDetected eventsAnsweredOnTime eventOnTimeRate inquiriesReceived inquiryOnTimeRate }';
const PUBLISH = `mutation ($region: ID!, $month: String!) { publishMonthlyFigures(region: $region, month: $month) {
  __typename ... on MonthlyFigures { ${FIELDS} } ... on Refused { refusals { code path message expected got } } } }`;
const READ = `query ($region: ID!, $month: String!) { monthlyFigures(region: $region, month: $month) { ${FIELDS} } }`;
const PREVIEW = `query ($region: ID!, $month: String!) { monthlyFiguresPreview(region: $region, month: $month) {
  eventsDetected eventsAnsweredOnTime eventOnTimeRate inquiriesReceived inquiryOnTimeRate } }`;
const event = (id: string, detected: string, respondedAt: Date | null, regionCode = '140521'): StoredEvent => ({
  ...{ id, regionCode, severity: 'ORDINARY', detectedAt: new Date(detected), respondedAt },
});
const OCTOBER = [
  // The first and the last millisecond of October in Shanghai, and what lies just outside.
  event('first', '2026-09-30T16:00:00.000Z', new Date('2026-10-01T00:00:00.000Z')),
  event('last', '2026-10-31T15:59:59.999Z', null, '140522'),
  event('before', '2026-09-30T15:59:59.999Z', null),
  event('after', '2026-10-31T16:00:00.000Z', null),
  event('elsewhere', '2026-10-10T00:00:00.000Z', null, '140428'),
];

describe.each(DATABASE_KINDS)('the figures of a month on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    let before = 0;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      served.clock.at = NOW;
      await store(served, OCTOBER);
      const db = openClient(served.database.pool);
      await db.monthlyFigures.deleteMany();
      await db.$disconnect();
      before = (await served.entries()).length;
    });

    const published = async (month: string, viewer: Viewer | null = staff('PUBLISHER'), region = '140500') => {
      const { data, errors } = await served.ask(PUBLISH, { region, month }, viewer);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return (data as Record<string, Outcome>)['publishMonthlyFigures'] as Outcome;
    };
    const told = async () => (await served.entries()).slice(before);

    it('are public from their publication on, by the days of the month in Shanghai', async () => {
      expect((await served.ask(READ, { region: '140500', month: '2026-10' })).data).toEqual({ monthlyFigures: null });
      const figures = {
        ...{ eventsDetected: 2, eventsAnsweredOnTime: 1, eventOnTimeRate: '0.5000' },
        ...{ inquiriesReceived: 0, inquiryOnTimeRate: null },
      };
      const whole = {
        ...{ id: '140500/2026-10', month: '2026-10', revision: 1, publishedAt: NOW.toISOString(), isSample: false },
        ...{ region: { code: '140500' }, figures },
      };
      expect(await published('2026-10')).toEqual({ __typename: 'MonthlyFigures', ...whole });
      expect((await served.ask(READ, { region: '140500', month: '2026-10' })).data).toEqual({ monthlyFigures: whole });
      const [entry, ...more] = await told();
      expect(more).toEqual([]);
      expect(entry).toMatchObject({
        ...{ kind: 'PUBLISHED', subject: 'MONTHLY_FIGURES', subjectId: '140500/2026-10', regionCode: '140500' },
        payload: { region: '140500', month: '2026-10', revision: 1, figures, publishedAt: NOW.toISOString() },
      });
    });

    it('stay as they were published until they are published again, as a further revision', async () => {
      await published('2026-10');
      await store(served, OCTOBER.slice(0, 1));
      const ask = { region: '140500', month: '2026-10' };
      expect((await served.ask(READ, ask)).data).toMatchObject({ monthlyFigures: { figures: { eventsDetected: 2 } } });
      expect((await served.ask(PREVIEW, ask, staff('EDITOR'))).data).toEqual({
        monthlyFiguresPreview: {
          ...{ eventsDetected: 1, eventsAnsweredOnTime: 1, eventOnTimeRate: '1.0000' },
          ...{ inquiriesReceived: 0, inquiryOnTimeRate: null },
        },
      });
      served.clock.at = new Date(NOW.getTime() + 1);
      expect(await published('2026-10')).toMatchObject({ revision: 2, figures: { eventsDetected: 1 } });
      expect((await told()).map(({ kind, payload }) => [kind, payload['revision']])).toEqual([
        ['PUBLISHED', 1],
        ['REVISED', 2],
      ]);
    });

    it('are published one revision after the other when several do so at once', async () => {
      const all = await Promise.all([1, 2, 3, 4].map(() => published('2026-10')));
      expect(all.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4]);
      expect((await told()).map(({ kind, payload }) => [kind, payload['revision']])).toEqual([
        ['PUBLISHED', 1],
        ['REVISED', 2],
        ['REVISED', 3],
        ['REVISED', 4],
      ]);
    });

    it.each([
      ['to the public', null, '140500', '2026-10', ['SIGN_IN_NEEDED']],
      ['to an editor', staff('EDITOR'), '140500', '2026-10', ['ROLE_NOT_ALLOWED']],
      ['to a publisher of another region', staff('PUBLISHER', '140400'), '140500', '2026-10', ['REGION_NOT_ALLOWED']],
      ['of a month that is not over', staff('PUBLISHER'), '140500', '2026-11', ['MONTH_NOT_OVER']],
      ['of what is no month', staff('PUBLISHER'), '140500', '2026-10-01', ['MONTH_MALFORMED']],
      [
        'for several reasons at once',
        staff('EDITOR'),
        '140600',
        '',
        ['ROLE_NOT_ALLOWED', 'REGION_NOT_ALLOWED', 'MONTH_MALFORMED'],
      ],
    ] as const)('are refused %s', async (...[, viewer, region, month, codes]) => {
      expect(codesOf(await published(month, viewer, region))).toEqual(codes);
      expect(await told()).toEqual([]);
    });

    it('are previewed by staff of the region only, also of the month that runs', async () => {
      const ask = { region: '140500', month: '2026-11' };
      expect((await served.ask(PREVIEW, ask, staff('EDITOR'))).data).toMatchObject({
        monthlyFiguresPreview: { eventsDetected: 1 },
      });
      const codeOf = async (variables: object, viewer: Viewer | null) =>
        (await served.ask(PREVIEW, { ...variables }, viewer)).errors?.map(({ extensions }) => extensions['code']);
      expect(await codeOf(ask, null)).toEqual(['UNAUTHENTICATED']);
      expect(await codeOf(ask, staff('EDITOR', '140400'))).toEqual(['FORBIDDEN']);
      expect(await codeOf({ ...ask, month: '2026-11-01' }, staff('EDITOR'))).toEqual(['BAD_USER_INPUT']);
    });

    it('are listed by region, the newest month first, page after page', async () => {
      for (const month of ['2026-08', '2026-10', '2026-09']) await published(month);
      await published('2026-10', staff('PUBLISHER'), '140521');
      const text = `query ($after: String) { _entities(representations: [{ __typename: "Region", code: "140500" },
        { __typename: "Region", code: "140521" }]) { ... on Region { monthlyFigures(first: 2, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } } }`;
      const lists = async (after: string | null) => {
        const { data } = await served.ask(text, { after });
        return (data as { _entities: { monthlyFigures: List }[] })._entities.map(
          ({ monthlyFigures }) => monthlyFigures,
        );
      };
      const [region, county] = await lists(null);
      expect(region).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect(idsOf(region)).toEqual(['140500/2026-10', '140500/2026-09']);
      expect(county).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false } });
      expect(idsOf(county)).toEqual(['140521/2026-10']);
      const [next] = await lists(region?.pageInfo.endCursor ?? null);
      expect(idsOf(next)).toEqual(['140500/2026-08']);
    });
  });
});

interface List {
  readonly pageInfo: { readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

function idsOf(list: List | undefined): string[] | undefined {
  return list?.edges.map(({ node }) => node.id);
}
