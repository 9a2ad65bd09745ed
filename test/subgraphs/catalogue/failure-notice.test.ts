import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { codesOf, serveSupervision, staff, type ServedSupervision } from './serve-supervision.ts';

/** The catalogue of 沁水县: two items that nothing stands under, one that something does, one that is not counted. */
const CATALOGUE = `
  insert into catalogue.category (code, name) values ('01', '政策文件');
  insert into catalogue.catalogue (id, region_code, issuer_id, title, edition, status, effective_on)
    values ('c', '140521', 'qinshui', '目录', '2020', 'APPROVED', '2020-11-01'),
           ('d', '110101', 'city', '目录', '2020', 'APPROVED', '2020-11-01');
  insert into catalogue.catalogue_item (id, matter_id, catalogue_id, code, category_code, title, publisher, audience,
                                        method, moved_to, first_due_on)
    select id, md5(id)::uuid, catalogue, code, '01', id, '局', 'WHOLE_SOCIETY', 'PROACTIVE', moved, '2020-12-01'
      from (values ('i1', 'c', '0101', null), ('i2', 'c', '0102', null), ('i3', 'c', '0103', null),
                   ('i4', 'c', '0104', '行政审批局'), ('j1', 'd', '0101', null)) as i (id, catalogue, code, moved);
  insert into catalogue.disclosure (id, kind, title, published_at, region_code, subject_id)
    values ('p', 'LINK', '已公开', '2020-11-02T00:00:00Z', '140521', 'p');
  insert into catalogue.disclosed_period (matter_id, disclosure_id, since) values (md5('i3')::uuid, 'p', '2020-11-02T00:00:00Z');`;

const NOTICE = { region: '140521', items: ['i2', 'i1'], body: '应公开未公开，限期整改。', rectifyBy: '2026-12-10' };
const STANDING = `query ($on: Date) { failureNotices(region: "140500") { totalCount edges { node { body rectifyBy
  region { name } superior { name } issuer { name } isRectified(on: $on) isOverdue(on: $on)
  items { status statusNow(on: $on) item { title category { name } } } } } } }`;

describe.each(DATABASE_KINDS)('notices of failure on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSupervision;
    let id: string;
    beforeAll(async () => {
      served = await serveSupervision(await openMigrated());
      await served.database.pool.query(CATALOGUE);
    }, 60_000);
    afterAll(() => served.close());

    const issue = (input: object = {}, viewer: ReturnType<typeof staff> | null = staff('REVIEWER')) =>
      served.change('issueFailureNotice', { ...NOTICE, ...input }, viewer);

    it('are given by the superior only', async () => {
      expect(codesOf(await issue({}, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await issue({}, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      for (const region of ['140521', '140522', '110000']) {
        expect(codesOf(await issue({}, staff('PUBLISHER', region)))).toEqual(['REGION_NOT_ALLOWED']);
      }
      expect(codesOf(await issue({ region: '140000' }, staff('PUBLISHER', '140000')))).toEqual(['NOT_FOUND']);
      expect(codesOf(await issue({ region: '999999' }))).toEqual(['NOT_FOUND']);
    });

    it('are given below a statistical placeholder by the region above that', async () => {
      const notice = { region: '110101', items: ['j1'] };
      expect(codesOf(await issue(notice, staff('PUBLISHER', '110100')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(await issue(notice, staff('PUBLISHER', '110000'))).toMatchObject({
        superior: { code: '110000' },
        issuer: null,
      });
    });

    it('name only what fails today, with every reason at once', async () => {
      const { refusals } = await issue({ items: ['i1', 'i3', 'i4', 'j1', 'i1'], rectifyBy: '2026-11-23', body: '' });
      expect(refusals).toMatchObject([
        { code: 'VALUE_MISSING', path: ['input', 'body'] },
        { code: 'DAY_IN_PAST', path: ['input', 'rectifyBy'] },
        { code: 'ITEM_NOT_FAILING', path: ['input', 'items', '1'], got: 'DISCLOSED' },
        { code: 'ITEM_NOT_IN_FORCE', path: ['input', 'items', '2'] },
        { code: 'ITEM_NOT_IN_FORCE', path: ['input', 'items', '3'] },
        { code: 'VALUE_REPEATED', path: ['input', 'items', '4'] },
      ]);
    });

    it('are public and in the log from then on', async () => {
      const outcome = await issue();
      expect(outcome).toMatchObject({
        region: { name: '沁水县' },
        superior: { code: '140500' },
        issuer: { name: '晋城市卫生健康委员会' },
        isRectified: false,
        items: [
          { status: 'MISSING', item: { title: 'i2' } },
          { status: 'MISSING', item: { title: 'i1' } },
        ],
      });
      id = String(outcome['id']);
      expect((await served.entries()).at(-1)).toMatchObject({
        kind: 'PUBLISHED',
        subject: 'FAILURE_NOTICE',
        subjectId: id,
        regionCode: '140521',
        publisherId: 'city',
        catalogueItemIds: ['i2', 'i1'],
        payload: {
          region: '140521',
          superior: '140500',
          issuer: 'city',
          body: NOTICE.body,
          rectifyBy: '2026-12-10',
          issuedAt: '2026-11-24T02:00:00.000Z',
          items: [
            { id: 'i2', code: '0102', title: 'i2', status: 'MISSING' },
            { id: 'i1', code: '0101', title: 'i1', status: 'MISSING' },
          ],
          isSample: false,
        },
      });
      expect(JSON.stringify((await served.entries()).at(-1))).not.toContain('reviewer-1');
      const text = `query ($id: ID!, $these: [_Any!]!) { failureNotice(id: $id) { id } _entities(representations: $these) { ... on FailureNotice { body } } }`;
      expect((await served.ask(text, { id, these: [{ __typename: 'FailureNotice', id }] }, null)).data).toEqual({
        failureNotice: { id },
        _entities: [{ body: NOTICE.body }],
      });
    });

    it('are put right once all that they name is disclosed, and overdue until then', async () => {
      const standing = async (on: string) => {
        const { data } = await served.ask(STANDING, { on }, null);
        const { node } =
          (data as { failureNotices: { edges: { node: Record<string, unknown> }[] } }).failureNotices.edges[0] ?? {};
        return [node?.['isRectified'], node?.['isOverdue']];
      };
      expect(await standing('2026-12-10')).toEqual([false, false]);
      expect(await standing('2026-12-11')).toEqual([false, true]);
      const disclose = (matter: string, since: string) =>
        served.database.pool.query(
          `insert into catalogue.disclosed_period (matter_id, disclosure_id, since) values (md5('${matter}')::uuid, 'p', '${since}')`,
        );
      await disclose('i1', '2026-12-11T00:00:00Z');
      expect(await standing('2026-12-12')).toEqual([false, true]);
      await disclose('i2', '2026-12-12T00:00:00Z');
      expect(await standing('2026-12-11')).toEqual([false, true]);
      expect(await standing('2026-12-12')).toEqual([true, false]);
    });

    it('cost as many statements for many as for one', async () => {
      const count = async () => {
        served.statements();
        expect((await served.ask(STANDING, {}, null)).errors).toBeUndefined();
        return served.statements().length;
      };
      const one = await count();
      for (const items of [['i1'], ['i2'], ['i2', 'i1']]) await issue({ items });
      expect(await count()).toBe(one);
      expect(one).toBeLessThanOrEqual(6);
    });

    it('are withdrawn by the superior with a tombstone that says why and no more', async () => {
      const withdraw = async (note: string, viewer = staff('PUBLISHER')) => {
        const text = `mutation ($id: ID!, $note: String!) { withdrawFailureNotice(id: $id, note: $note) { __typename
          ... on FailureNotice { withdrawnAt withdrawalNote } ... on Refused { refusals { code } } } }`;
        const { data } = await served.ask(text, { id, note }, viewer);
        return (data as { withdrawFailureNotice: object }).withdrawFailureNotice;
      };
      const refusedWith = (code: string) => ({ __typename: 'Refused', refusals: [{ code }] });
      expect(await withdraw('误发', staff('PUBLISHER', '140521'))).toEqual(refusedWith('REGION_NOT_ALLOWED'));
      expect(await withdraw(' ')).toEqual(refusedWith('VALUE_MISSING'));
      expect(await withdraw('误发')).toMatchObject({ withdrawnAt: '2026-11-24T02:00:00.000Z', withdrawalNote: '误发' });
      expect(await withdraw('误发')).toEqual(refusedWith('STATUS_NOT_FITTING'));
      expect((await served.entries()).at(-1)).toMatchObject({
        kind: 'WITHDRAWN',
        subject: 'FAILURE_NOTICE',
        subjectId: id,
        payload: { reason: null, note: '误发' },
      });
      expect((await served.ask('query ($id: ID!) { failureNotice(id: $id) { id } }', { id }, null)).data).toEqual({
        failureNotice: null,
      });
      const list = await served.ask('{ failureNotices(region: "140500") { totalCount } }', {}, null);
      expect(list.data).toEqual({ failureNotices: { totalCount: 3 } });
    });
  });
});
