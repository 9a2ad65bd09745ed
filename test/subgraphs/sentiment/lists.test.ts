import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { serveSentiment, type ServedSentiment } from './serve-sentiment.ts';
import { store, type StoredEvent } from './stored-events.ts';

const COUNTIES = ['140502', '140521', '140522'];
/** Three events of three counties share each instant, so that the order needs the id, and nothing else gives it. */
const EVENTS: readonly StoredEvent[] = Array.from({ length: 150 }, (_, index) => ({
  id: `event-${String(index).padStart(3, '0')}`,
  regionCode: COUNTIES[(2 * index + Math.floor(index / 3)) % 3] ?? '',
  severity: 'ORDINARY',
  detectedAt: new Date(Date.UTC(2026, 9, 1) + Math.floor(index / 3) * 3_600_000),
  respondedAt: index % 2 === 0 ? new Date(Date.UTC(2026, 9, 20)) : null,
  isClosed: index % 4 === 0,
}));
const NEWEST_FIRST = [...EVENTS].sort(
  (a, b) => b.detectedAt.getTime() - a.detectedAt.getTime() || (a.id < b.id ? 1 : -1),
);

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string; readonly responses?: { readonly id: string }[] } }[];
}

describe.each(DATABASE_KINDS)('lists of opinion events on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      await store(served, EVENTS);
      served.statements();
    });
    afterAll(() => served.close());

    const LIST = `query ($region: ID, $status: OpinionEventStatus, $first: Int, $after: String) {
      opinionEvents(region: $region, status: $status, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
    const listed = async (variables: Record<string, unknown>): Promise<List> => {
      const { data, errors } = await served.ask(LIST, variables);
      expect(errors).toBeUndefined();
      return (data as { opinionEvents: List }).opinionEvents;
    };
    const idsOf = ({ edges }: List) => edges.map(({ node }) => node.id);

    it('give every event once, the newest detection first, page after page', async () => {
      const ids: string[] = [];
      for (let after: string | null = null, hasNext = true; hasNext;) {
        const page: List = await listed({ region: '140500', first: 7, after });
        ids.push(...idsOf(page));
        [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(ids).toEqual(NEWEST_FIRST.map(({ id }) => id));
    });

    it.each([
      ['everywhere', null, () => true],
      ['in a province', '140000', () => true],
      ['in a county', '140521', ({ regionCode }: StoredEvent) => regionCode === '140521'],
      ['in another prefecture', '140400', () => false],
    ])('hold what was detected %s', async (_where, region, belongs) => {
      const expected = NEWEST_FIRST.filter(belongs);
      const list = await listed({ region, first: 100 });
      expect(list.totalCount).toBe(expected.length);
      expect(idsOf(list)).toEqual(expected.slice(0, 100).map(({ id }) => id));
    });

    it.each(['OPEN', 'RESPONDED', 'CLOSED'])('hold only events that are %s when asked to', async (status) => {
      const has = ({ respondedAt, isClosed }: StoredEvent) =>
        status === (respondedAt === null ? 'OPEN' : isClosed === true ? 'CLOSED' : 'RESPONDED');
      const expected = NEWEST_FIRST.filter(has).map(({ id }) => id);
      expect(idsOf(await listed({ status, first: 100 }))).toEqual(expected);
    });

    it('cost one statement on each table for fifty events with their answers', async () => {
      served.statements();
      const text =
        '{ opinionEvents(first: 50) { edges { node { id isOverdue deadlines { kind } responses { id } } } } }';
      const { edges } = ((await served.ask(text)).data as { opinionEvents: List }).opinionEvents;
      expect(edges).toHaveLength(50);
      expect(served.statements()).toHaveLength(2);
      const answers = edges.flatMap(({ node }) => node.responses?.map(({ id }) => id.slice(node.id.length)) ?? []);
      expect(answers).toEqual(Array.from({ length: 25 }, () => [' first', ' second']).flat());
    });

    it('cost one statement for the events of many regions, and one for their counts', async () => {
      served.statements();
      const regions = ['140500', ...COUNTIES, '140400'].map((code) => ({ __typename: 'Region', code }));
      const text = `query ($regions: [_Any!]!) { _entities(representations: $regions) { ... on Region {
        code opinionEvents(status: OPEN, first: 10) { totalCount edges { node { id } } } } } }`;
      const { data, errors } = await served.ask(text, { regions });
      expect(errors).toBeUndefined();
      const found = (data as { _entities: { code: string; opinionEvents: List }[] })._entities;
      const open = (prefix: string) =>
        EVENTS.filter(({ regionCode, respondedAt }) => respondedAt === null && regionCode.startsWith(prefix)).length;
      expect(found.map(({ code, opinionEvents }) => [code, opinionEvents.totalCount])).toEqual([
        ['140500', open('1405')],
        ...COUNTIES.map((code) => [code, open(code)]),
        ['140400', 0],
      ]);
      expect(idsOf(found[2]?.opinionEvents as List)).toEqual(
        NEWEST_FIRST.filter(({ regionCode, respondedAt }) => regionCode === '140521' && respondedAt === null)
          .slice(0, 10)
          .map(({ id }) => id),
      );
      expect(served.statements()).toHaveLength(2);
    });

    it.each([
      ['OpinionEvent', '... on OpinionEvent { id title responses { id } }', EVENTS.slice(0, 50).map(({ id }) => id), 2],
      [
        'OpinionResponse',
        '... on OpinionResponse { id body event { id title } }',
        EVENTS.filter(({ respondedAt }) => respondedAt !== null)
          .slice(0, 50)
          .map(({ id }) => `${id} first`),
        1,
      ],
    ])('cost one statement a table for fifty references to %s', async (typename, fields, ids, statements) => {
      served.statements();
      const representations = [...ids, 'nothing'].map((id) => ({ __typename: typename, id }));
      const text = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;
      const { data, errors } = await served.ask(text, { representations });
      expect(errors).toBeUndefined();
      const found = (data as { _entities: ({ id: string } | null)[] })._entities;
      expect(found.map((one) => one?.id ?? null)).toEqual([...ids, null]);
      expect(served.statements()).toHaveLength(statements);
    });

    it.each([
      ['a page size out of bounds', { first: 101 }, 'LIMIT_EXCEEDED'],
      ['text that is no cursor', { after: 'nonsense' }, 'CURSOR_INVALID'],
      ['the cursor of another list', { after: Buffer.from('["0101","x"]').toString('base64url') }, 'CURSOR_INVALID'],
      ['a region code that is none', { region: '1405' }, 'BAD_USER_INPUT'],
    ])('refuse %s', async (_what, variables, code) => {
      const { errors } = await served.ask(LIST, variables);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
    });
  });
});
