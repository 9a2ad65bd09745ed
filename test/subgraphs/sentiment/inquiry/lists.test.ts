import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import type { Database } from '../../../../prisma/storage/database.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { COUNTY } from '../events.ts';
import { CENTRE, HOSPITAL } from '../opinion/offices.ts';
import { staff, type ServedSentiment } from '../serve-sentiment.ts';
import { codesOf, received, RECEIVED, seen, serveInquiries, step, STEPS } from './inquiries.ts';

/** Every statement on the subgraph's tables, as the connections of the pool run it. */
function heard({ pool }: Database): string[] {
  const statements: string[] = [];
  const known = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      // The timer of alarms asks for what is due by itself.
      if (
        text !== undefined &&
        /inquiry|response_clock|followed_calendar/.test(text) &&
        !/next_alarm_at/.test(text.split('WHERE')[1] ?? '')
      )
        statements.push(text);
      return query(...args);
    }) as typeof client.query;
  });
  return statements;
}

describe.each(DATABASE_KINDS)('inquiries on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    let statements: string[];
    const ids: string[] = [];
    beforeAll(async () => {
      const database = await openMigrated();
      statements = heard(database);
      served = await serveInquiries(database);
      for (let index = 0; index < 24; index += 1) {
        const one = await received(served, {
          region: index % 3 === 0 ? '140522' : COUNTY,
          kind: index % 2 === 0 ? 'COMPLAINT' : 'CONSULTATION',
          topic: index % 4 === 0 ? '医保' : '疫苗',
          receivedAt: new Date(RECEIVED.getTime() - Math.floor(index / 2) * 3_600_000).toISOString(),
          ...(index % 5 === 0 ? { office: HOSPITAL } : {}),
        });
        ids.push(one.id);
      }
    });
    afterAll(() => served.close());

    const listed = async (args: string, viewer: Viewer | null = staff('EDITOR')) => {
      const text = `{ inquiries(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { id receivedAt
        deadlines { kind trace { on } alarms { stage } } steps { kind note } possibleRepeats { id } } } } }`;
      const { data, errors } = await served.ask(text, {}, viewer);
      expect(errors).toBeUndefined();
      return (
        data as {
          inquiries: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
            edges: { node: { id: string; receivedAt: string } }[];
          };
        }
      ).inquiries;
    };

    it('are listed once each, the last received first, page after page', async () => {
      const found: { id: string; receivedAt: string }[] = [];
      for (let after = '', hasNext = true; hasNext;) {
        const page = await listed(`first: 7${after}`);
        found.push(...page.edges.map(({ node }) => node));
        [after, hasNext] = [`, after: "${page.pageInfo.endCursor}"`, page.pageInfo.hasNextPage];
      }
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(ids));
      expect(found).toHaveLength(ids.length);
      const order = found.map(({ receivedAt, id }) => `${receivedAt} ${id}`);
      expect(order).toEqual(order.toSorted().reverse());
    });

    it.each([
      ['region: "140522"', (index: number) => index % 3 === 0],
      ['kind: COMPLAINT', (index: number) => index % 2 === 0],
      ['topic: "医保"', (index: number) => index % 4 === 0],
      [`office: "${HOSPITAL}"`, (index: number) => index % 5 === 0],
      ['stage: IN_HAND', (index: number) => index % 5 === 0],
      ['overdue: true', () => false],
      ['overdue: false, kind: CONSULTATION', (index: number) => index % 2 === 1],
    ])('are filtered by %s', async (args, belongs) => {
      const { totalCount, edges } = await listed(`first: 100, ${args}`);
      const expected = ids.filter((_id, index) => belongs(index));
      expect(totalCount).toBe(expected.length);
      expect(new Set(edges.map(({ node }) => node.id))).toEqual(new Set(expected));
    });

    it('are overdue once something owed is over', async () => {
      served.clock.at = new Date('2026-11-30T16:00:00.000Z');
      expect((await listed('overdue: true')).totalCount).toBe(ids.length);
      served.clock.at = RECEIVED;
    });

    it('cost the same few statements, however many there are', async () => {
      const counts: number[] = [];
      for (const first of [2, 20]) {
        statements.splice(0);
        await listed(`first: ${String(first)}`);
        counts.push(statements.length);
      }
      expect(counts[0]).toBe(counts[1]);
      expect(counts[0]).toBeLessThanOrEqual(9);
    });

    it('are referred to by fifty at once with one statement for them all', async () => {
      statements.splice(0);
      const representations = [...ids, 'nothing'].map((id) => ({ __typename: 'Inquiry', id }));
      const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Inquiry { id stage receipt } } }`;
      const { data } = await served.ask(text, { of: representations });
      const found = (data as { _entities: ({ id: string; receipt: string | null } | null)[] })._entities;
      expect(found.map((one) => one?.id ?? null)).toEqual([...ids, null]);
      expect(new Set(found.map((one) => one?.receipt ?? null))).toEqual(new Set([null]));
      expect(statements).toHaveLength(1);
    });

    const input = { office: CENTRE, note: '甲', reason: '甲', answer: '甲', isSatisfied: true };
    const fields: Readonly<Record<string, readonly (keyof typeof input)[]>> = {
      assignInquiry: ['office'],
      superviseInquiry: ['note'],
      extendInquiry: ['reason'],
      answerInquiry: ['answer'],
      rateInquiry: ['isSatisfied'],
      reworkInquiry: ['reason'],
      objectToInquiry: ['reason'],
      declinePetition: ['reason'],
      requestPetitionReview: ['office', 'reason'],
      decidePetitionReview: ['answer'],
    };

    it.each(STEPS)(
      'refuse %s to whoever is not permitted, say nothing of the state, and know no unknown id',
      async (name) => {
        const [id = ''] = ids;
        const given = Object.fromEntries((fields[name] ?? []).map((field) => [field, input[field]]));
        const asked = (viewer: Viewer | null, of = id) => step(served, name, { id: of, input: given, of: id }, viewer);
        expect(codesOf(await asked(null))).toEqual(['SIGN_IN_NEEDED']);
        expect(codesOf(await asked(staff('AGGREGATOR')))).toEqual(['ROLE_NOT_ALLOWED']);
        expect(codesOf(await asked(staff('PUBLISHER', '140400')))).toEqual(['REGION_NOT_ALLOWED']);
        expect(codesOf(await asked(staff('PUBLISHER'), 'nothing'))).toEqual(['NOT_FOUND']);
      },
    );

    it('are recorded by editors and publishers of the region only', async () => {
      expect(codesOf(await received(served, {}, null))).toContain('SIGN_IN_NEEDED');
      expect(codesOf(await received(served, {}, staff('REVIEWER')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await received(served, {}, staff('EDITOR', '140400')))).toEqual(['REGION_NOT_ALLOWED']);
    });

    it('are answered once when many answer them at once, and objected to by their own office alone', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => step(served, 'answerInquiry', { id, input: { answer: '甲' } })),
      );
      expect(answers.filter((one) => codesOf(one) === undefined)).toHaveLength(1);
      expect((await seen(served, id)).steps.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(1);
      const petition = await received(served, { kind: 'PETITION', office: HOSPITAL });
      await step(served, 'assignInquiry', { id: petition.id, input: { office: CENTRE } });
      const object = (institution: string) =>
        step(
          served,
          'objectToInquiry',
          { id: petition.id, input: { reason: '甲' } },
          { ...staff('EDITOR'), institution },
        );
      expect(codesOf(await object(HOSPITAL))).toEqual(['OFFICE_NOT_OWN']);
      expect(codesOf(await object(CENTRE))).toBeUndefined();
    });

    it('are given the answer of the knowledge base when none is said', async () => {
      const { id } = await received(served, { office: HOSPITAL });
      const publish = `mutation ($input: PublishKnowledgeAnswerInput!) { publishKnowledgeAnswer(input: $input) { ... on KnowledgeAnswer { id } } }`;
      const known = { region: '140500', office: HOSPITAL, question: '报销比例是多少？', answer: '百分之七十。' };
      const { data } = await served.ask(publish, { input: known }, staff('PUBLISHER'));
      const knowledge = (data as { publishKnowledgeAnswer: { id: string } }).publishKnowledgeAnswer.id;
      const wrong = await step(served, 'answerInquiry', { id, input: { knowledge: 'nothing' } });
      expect(codesOf(wrong)).toEqual(['NOT_FOUND']);
      expect(codesOf(await step(served, 'answerInquiry', { id, input: { answer: ' ' } }))).toEqual(['VALUE_MISSING']);
      const answered = await step(served, 'answerInquiry', { id, input: { knowledge } });
      expect(answered.steps.at(-1)).toMatchObject({ kind: 'ANSWERED', note: '百分之七十。' });
    });
  });
});
