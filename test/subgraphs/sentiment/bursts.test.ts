import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { AUTHORITY, COUNTY } from './events.ts';
import { publishedAnswer } from './knowledge.ts';
import { serveSentiment, staff, type ServedSentiment } from './serve-sentiment.ts';

const HOUR = 3_600_000;
const BURSTS = `query ($region: ID!, $at: DateTime) { topicBursts(region: $region, at: $at) {
  topic count events inquiries usual ratio probability since specialResponse { id } } }`;
const CONCENTRATED = `query ($region: ID!, $from: Date!, $to: Date!, $first: Int) {
  concentratedTopics(region: $region, from: $from, to: $to, first: $first) {
    topic complaints inquiries events specialResponse { id } } }`;

interface Matter {
  readonly topic: string | null;
  readonly hoursAgo: number;
  readonly region?: string;
  readonly kind?: 'COMPLAINT' | 'CONSULTATION';
}

describe.each(DATABASE_KINDS)('bursts of topics on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    const now = () => served.clock.at.getTime();
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      await served.tell(AUTHORITY);
      await events(6, { topic: '挂号难', hoursAgo: 1 });
      await inquiries(14, { topic: '挂号难', hoursAgo: 23.9, kind: 'COMPLAINT' });
      for (const day of Array.from({ length: 28 }, (_none, index) => index + 1)) {
        await inquiries(2, { topic: '挂号难', hoursAgo: day * 24 + 5 });
        await inquiries(2, { topic: '体检', hoursAgo: day * 24 + 5 });
      }
      await inquiries(5, { topic: '体检', hoursAgo: 2, kind: 'COMPLAINT' });
      await inquiries(9, { topic: '邻县', hoursAgo: 2, region: '140522', kind: 'COMPLAINT' });
      await inquiries(9, { topic: null, hoursAgo: 2, kind: 'COMPLAINT' });
      await inquiries(9, { topic: '以后', hoursAgo: -1 });
    });
    afterAll(() => served.close());

    async function inquiries(count: number, { topic, hoursAgo, region = COUNTY, kind = 'CONSULTATION' }: Matter) {
      const values = Array.from({ length: count }, () => [randomUUID(), randomUUID()]);
      for (const [id, receipt] of values) {
        await served.database.pool.query(
          `INSERT INTO sentiment.inquiry (id, receipt, region_code, route, kind, topic, title, stage, received_at, recorded_by)
           VALUES ($1, $2, $3, 'HOTLINE_12345', $4, $5, '', 'RECEIVED', $6, '')`,
          [id, receipt, region, kind, topic, new Date(now() - hoursAgo * HOUR)],
        );
      }
    }

    async function events(count: number, { topic, hoursAgo, region = COUNTY }: Matter) {
      for (let made = 0; made < count; made += 1) {
        const at = new Date(now() - hoursAgo * HOUR);
        await served.database.pool.query(
          `INSERT INTO sentiment.opinion_event (id, region_code, title, topic, source, status, detected_at, recorded_by, recorded_at)
           VALUES ($1, $2, '', $3, 'WEIBO', 'OPEN', $4, '', $4)`,
          [randomUUID(), region, topic, at],
        );
      }
    }

    const asked = async (text: string, variables: object, viewer: ReturnType<typeof staff> | null = staff('EDITOR')) =>
      served.ask(text, { region: COUNTY, ...variables }, viewer);

    it('are told of with the usual rate, since when, and over events and inquiries of the region', async () => {
      const { data, errors } = await asked(BURSTS, {});
      expect(errors).toBeUndefined();
      const [burst, ...others] = (data as { topicBursts: Record<string, unknown>[] }).topicBursts;
      expect(others).toEqual([]);
      expect(burst).toMatchObject({
        topic: '挂号难',
        count: 20,
        events: 6,
        inquiries: 14,
        since: new Date(now() - 23.9 * HOUR).toISOString(),
        specialResponse: null,
      });
      expect(burst?.['usual']).toBeCloseTo(56.5 / 28, 10);
      expect(burst?.['ratio']).toBeCloseTo((20 * 28) / 56.5, 10);
      expect(burst?.['probability']).toBeLessThan(1e-4);
    });

    it('count what regions below have, and are of the instant that is asked for', async () => {
      const topics = async (variables: object) =>
        ((await asked(BURSTS, variables)).data as { topicBursts: { topic: string }[] }).topicBursts.map(
          ({ topic }) => topic,
        );
      expect(await topics({ region: '140500' })).toEqual(['邻县', '挂号难']);
      expect(await topics({ at: new Date(now() - 48 * HOUR).toISOString() })).toEqual([]);
    });

    it('are for staff of the region alone', async () => {
      const codeOf = async (text: string, viewer: ReturnType<typeof staff> | null) =>
        (await asked(text, { from: '2026-11-01', to: '2026-11-30' }, viewer)).errors?.[0]?.extensions['code'];
      for (const text of [BURSTS, CONCENTRATED]) {
        expect(await codeOf(text, null)).toBe('UNAUTHENTICATED');
        expect(await codeOf(text, staff('EDITOR', '140522'))).toBe('FORBIDDEN');
        expect(await codeOf(text, staff('AGGREGATOR'))).toBe('FORBIDDEN');
      }
      expect((await asked(BURSTS, { region: 'x' })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });

    it('show topics by complaints, and the special response once there is one', async () => {
      const topics = async (variables: object = {}) =>
        (await asked(CONCENTRATED, { from: '2026-11-20', to: '2026-11-23', ...variables })).data as object;
      expect(await topics()).toEqual({
        concentratedTopics: [
          { topic: '挂号难', complaints: 14, inquiries: 20, events: 6, specialResponse: null },
          { topic: '体检', complaints: 5, inquiries: 11, events: 0, specialResponse: null },
        ],
      });
      await publishedAnswer(served, { topic: '挂号难' });
      expect(await topics({ first: 1 })).toMatchObject({ concentratedTopics: [{ specialResponse: null }] });
      const { id } = await publishedAnswer(served, { topic: '挂号难', isSpecialResponse: true });
      expect(await topics({ first: 1 })).toMatchObject({ concentratedTopics: [{ specialResponse: { id } }] });
      const bursts = (await asked(BURSTS, {})).data;
      expect(bursts).toMatchObject({ topicBursts: [{ topic: '挂号难', specialResponse: { id } }] });
    });

    it('are counted by one statement, however many topics there are', async () => {
      served.statements();
      await asked(BURSTS, { region: '140500' });
      expect(served.statements()).toHaveLength(1);
    });
  });
});
