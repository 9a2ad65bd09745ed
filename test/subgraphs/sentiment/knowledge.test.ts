import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { AUTHORITY, codesOf, COUNTY } from './events.ts';
import { publishedAnswer, revisedAnswer, withdrawnAnswer } from './knowledge.ts';
import { serveSentiment, staff, type ServedSentiment } from './serve-sentiment.ts';

const LIST = `query ($region: ID!, $text: String, $topic: String, $first: Int, $after: String) {
  knowledgeAnswers(region: $region, text: $text, topic: $topic, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id question } } } }`;
const ONE = 'query ($id: ID!) { knowledgeAnswer(id: $id) { id answer withdrawnAt maskedInAnswer { kind } } }';

interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string; readonly question: string } }[];
}

describe.each(DATABASE_KINDS)('the knowledge base on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      await served.tell(AUTHORITY);
    });
    afterAll(() => served.close());

    const lastEntry = async () => (await served.entries()).at(-1);
    const listed = async (variables: object): Promise<Listed> => {
      const { data, errors } = await served.ask(LIST, { region: COUNTY, ...variables });
      expect(errors).toBeUndefined();
      return (data as { knowledgeAnswers: Listed }).knowledgeAnswers;
    };
    const idsOf = ({ edges }: Listed) => edges.map(({ node }) => node.id);
    const seen = async (id: string, viewer = staff('EDITOR', COUNTY)) =>
      (await served.ask(ONE, { id }, viewer)).data as { knowledgeAnswer: Record<string, unknown> | null };

    it('takes an answer with what is personal masked, told to staff alone, and never in the log', async () => {
      const answer = '联系人：王建国，手机13800138000。咨询电话：0356-2023456。';
      const made = await publishedAnswer(served, { answer });
      expect(made).toMatchObject({
        version: 1,
        answer: '联系人：[姓名]，手机[电话]。咨询电话：0356-2023456。',
        maskedInQuestion: [],
        maskedInAnswer: [
          { kind: 'NAME', at: 4, length: 3 },
          { kind: 'PHONE', at: 10, length: 11 },
        ],
      });
      expect(await lastEntry()).toMatchObject({
        kind: 'PUBLISHED',
        subject: 'KNOWLEDGE_ANSWER',
        subjectId: made.id,
        regionCode: COUNTY,
        publisherId: AUTHORITY.subjectId,
        payload: { region: COUNTY, topic: '疫苗接种', version: 1, answer: made['answer'] },
      });
      expect(JSON.stringify(await served.entries())).not.toMatch(/王建国|13800138000|publisher-1/);
      for (const stranger of [null, staff('PUBLISHER', '140522'), staff('AGGREGATOR')]) {
        const result = await served.ask(ONE, { id: made.id }, stranger);
        expect(result.data).toMatchObject({ knowledgeAnswer: { id: made.id, maskedInAnswer: null } });
      }
    });

    it('leaves what the editor says is public', async () => {
      const made = await publishedAnswer(served, { answer: '新闻发言人姓名：王建国。', keep: ['王建国'] });
      expect(made).toMatchObject({ answer: '新闻发言人姓名：王建国。', maskedInAnswer: [] });
    });

    it('revises an answer as its next version, and withdraws it with a tombstone that says nothing of it', async () => {
      const { id } = await publishedAnswer(served, { question: '哪里可以查分娩机构？' });
      const revised = await revisedAnswer(served, id, { question: '哪里可以查助产机构？', reviewOn: '2026-12-01' });
      expect(revised).toMatchObject({ id, version: 2, isDueForReview: false, reviewOn: '2026-12-01' });
      expect(await lastEntry()).toMatchObject({ kind: 'REVISED', subjectId: id, payload: { version: 2 } });
      expect(idsOf(await listed({ text: '助产机构' }))).toEqual([id]);
      expect(idsOf(await listed({ text: '分娩' }))).toEqual([]);

      expect(await withdrawnAnswer(served, id)).toMatchObject({ id, withdrawnAt: '2026-11-23T02:00:00.000Z' });
      const tombstone = await lastEntry();
      expect(tombstone).toMatchObject({ kind: 'WITHDRAWN', subjectId: id });
      expect(tombstone?.payload).toEqual({ reason: 'PUBLISHED_IN_ERROR', note: null });
      expect(idsOf(await listed({ text: '助产机构' }))).toEqual([]);
      expect((await served.ask(ONE, { id })).data).toEqual({ knowledgeAnswer: null });
      expect((await seen(id, staff('EDITOR', '140522'))).knowledgeAnswer).toBeNull();
      expect((await seen(id)).knowledgeAnswer).toMatchObject({ id, withdrawnAt: '2026-11-23T02:00:00.000Z' });
      expect(codesOf(await withdrawnAnswer(served, id))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await revisedAnswer(served, id))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('counts every revision once, however many come at the same time', async () => {
      const { id } = await publishedAnswer(served);
      await Promise.all([1, 2, 3, 4].map((at) => revisedAnswer(served, id, { answer: `第${String(at)}次修改` })));
      const told = (await served.entries()).filter(({ subjectId }) => subjectId === id);
      expect(told.map(({ payload }) => payload['version'])).toEqual([1, 2, 3, 4, 5]);
    });

    it('is due for review from the day on that was set', async () => {
      const { id } = await publishedAnswer(served, { reviewOn: '2026-11-24' });
      const due = async () =>
        (await served.ask('query ($id: ID!) { knowledgeAnswer(id: $id) { isDueForReview } }', { id })).data;
      expect(await due()).toEqual({ knowledgeAnswer: { isDueForReview: false } });
      served.clock.at = new Date('2026-11-23T16:00:00.000Z');
      expect(await due()).toEqual({ knowledgeAnswer: { isDueForReview: true } });
      served.clock.at = new Date('2026-11-23T02:00:00.000Z');
    });

    it('finds answers of the region and of those above it, and of no other', async () => {
      const word = '家庭医生签约';
      const made = [];
      for (const region of ['140000', '140500', COUNTY, '140522', '140100', '150000']) {
        const viewer = staff('PUBLISHER', `${region.slice(0, 2)}0000`);
        made.push(await publishedAnswer(served, { region, question: `${word}怎么办？` }, viewer));
      }
      const [province, prefecture, county, , , other] = made.map(({ id }) => id);
      expect(new Set(idsOf(await listed({ text: word })))).toEqual(new Set([province, prefecture, county]));
      expect(idsOf(await listed({ text: word, region: '140000' }))).toEqual([province]);
      expect(idsOf(await listed({ text: word, region: '150000' }))).toEqual([other]);
    });

    it('lists what is asked for in the question first, whole words only, page by page', async () => {
      const late = await publishedAnswer(served, { question: '核酸采样点在哪？', answer: '见预防保健科公告。' });
      served.clock.at = new Date('2026-11-23T02:00:01.000Z');
      const inAnswer = await publishedAnswer(served, {
        question: '在哪看？',
        answer: '核酸采样点另行公布，保健科负责。',
      });
      await publishedAnswer(served, { question: '样点采样核酸采', answer: '样点、采样、核酸采' });
      served.clock.at = new Date('2026-11-23T02:00:00.000Z');
      const all = await listed({ text: '核酸采样点 保健科' });
      expect(idsOf(all)).toEqual([inAnswer.id, late.id]);
      expect(all.totalCount).toBe(2);
      expect(idsOf(await listed({ text: '核酸采样点' }))).toEqual([late.id, inAnswer.id]);
      const first = await listed({ text: '核酸采样点', first: 1 });
      expect(first.pageInfo.hasNextPage).toBe(true);
      const second = await listed({ text: '核酸采样点', first: 1, after: first.pageInfo.endCursor });
      expect([idsOf(first), idsOf(second), second.pageInfo.hasNextPage]).toEqual([[late.id], [inAnswer.id], false]);
      expect(await listed({ text: '，。！' })).toMatchObject({ totalCount: 0, edges: [] });
      expect(await listed({ topic: '没有\u0000的' })).toMatchObject({ totalCount: 0 });
      const wrong = await served.ask(LIST, { region: COUNTY, after: 'WyJhIl0' });
      expect(wrong.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
    });

    it('refuses for every reason at once, and tells who is not permitted nothing else', async () => {
      const head = await served.log.head();
      const wrong = { question: ' ', office: 'nobody', topic: null, isSpecialResponse: true, reviewOn: '2026-11-22' };
      expect(codesOf(await publishedAnswer(served, wrong))?.toSorted()).toEqual(
        ['DAY_IN_PAST', 'NOT_FOUND', 'VALUE_MISSING', 'VALUE_MISSING'].toSorted(),
      );
      expect(codesOf(await publishedAnswer(served, { ...wrong, keep: [''] }, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await publishedAnswer(served, {}, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await publishedAnswer(served, {}, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await publishedAnswer(served, { keep: Array.from({ length: 101 }, () => '张') }))).toEqual([
        'TOO_MANY_VALUES',
      ]);
      expect(codesOf(await revisedAnswer(served, 'none'))).toEqual(['NOT_FOUND']);
      expect(await served.log.head()).toBe(head);
      const { id } = await publishedAnswer(served);
      expect(codesOf(await revisedAnswer(served, id, wrong, staff('PUBLISHER', '140522')))).toEqual([
        'REGION_NOT_ALLOWED',
      ]);
      await withdrawnAnswer(served, id);
      expect(codesOf(await withdrawnAnswer(served, id, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
    });

    it('shows staff what would be masked in a text, and nobody else', async () => {
      const text = `query ($text: String!, $keep: [String!]) { maskedText(text: $text, keep: $keep) { text masked { kind at length } } }`;
      const shown = await served.ask(text, { text: '患者王建国来电', keep: null }, staff('EDITOR', '140522'));
      expect(shown.data).toEqual({
        maskedText: { text: '患者[姓名]来电', masked: [{ kind: 'NAME', at: 2, length: 3 }] },
      });
      const codeOf = async (variables: object, viewer: ReturnType<typeof staff> | null) =>
        (await served.ask(text, { text: '', ...variables }, viewer)).errors?.[0]?.extensions['code'];
      expect(await codeOf({}, null)).toBe('UNAUTHENTICATED');
      expect(await codeOf({}, staff('AGGREGATOR'))).toBe('FORBIDDEN');
      expect(await codeOf({ text: '文'.repeat(20_001) }, staff('EDITOR'))).toBe('LIMIT_EXCEEDED');
      expect(await codeOf({ keep: ['文'.repeat(201)] }, staff('EDITOR'))).toBe('LIMIT_EXCEEDED');
    });
  });
});
