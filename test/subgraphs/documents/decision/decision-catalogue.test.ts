import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { atNoon, change, decisionDocument, linked, listed, publishedCatalogue, seen } from './decisions.ts';

const STANDINGS = `query ($on: Date) { decisionCatalogues(region: "140500", year: 2026, on: $on) {
  issuer { id } region { code } dueOn publishedAt isLate isOverdue catalogue { id decisions { title links { id } } } } }`;

describe.each(DATABASE_KINDS)('the yearly catalogue of decisions on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
      await served.tell(institution('other-authority', '140522'));
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query('truncate documents.decision_catalogue, documents.document cascade');
      atNoon(served, '2026-03-02');
    });
    const standings = async (on: string, viewer: Parameters<ServedDocuments['ask']>[2] = null) => {
      const { data, errors } = await served.ask(STANDINGS, { on }, viewer);
      expect(errors).toBeUndefined();
      return (data as { decisionCatalogues: Record<string, unknown>[] }).decisionCatalogues;
    };

    it('shows who is late, and drafts only to staff of the region', async () => {
      const id = await listed(served, '卫生规划');
      const [draft] = await standings('2026-03-31', staff('EDITOR', COUNTY));
      expect(draft).toMatchObject({ publishedAt: null, catalogue: { decisions: [{ title: '卫生规划' }] } });
      expect(await standings('2026-03-31')).toMatchObject([
        { issuer: { id: AUTHORITY }, region: { code: COUNTY }, dueOn: '2026-03-31', isOverdue: false, catalogue: null },
        { issuer: { id: 'other-authority' }, isOverdue: false, catalogue: null },
      ]);
      expect(await seen(served, id)).toBeNull();
      expect(await seen(served, id, staff('EDITOR', '140522'))).toBeNull();
      served.clock.at = new Date('2026-03-31T16:00:00.000Z');
      await publishedCatalogue(served);
      expect(await seen(served, id)).toMatchObject({ title: '卫生规划' });
      expect(await standings('2026-04-01')).toMatchObject([
        { publishedAt: '2026-03-31T16:00:00.000Z', isLate: true, isOverdue: false },
        { publishedAt: null, isLate: false, isOverdue: true },
      ]);
      expect(await standings('2026-03-31')).toMatchObject([{ isLate: false, isOverdue: false }, {}]);
    });

    it('is in time until the last instant of 31 March in Shanghai', async () => {
      await listed(served, '卫生规划');
      served.clock.at = new Date('2026-03-31T15:59:59.999Z');
      await publishedCatalogue(served);
      expect((await standings('2026-04-01'))[0]).toMatchObject({ isLate: false, isOverdue: false });
    });

    it('takes a decision after it is published from a publisher only, and tells of both', async () => {
      await listed(served, '卫生规划');
      await publishedCatalogue(served);
      const input = { issuer: AUTHORITY, year: 2026, title: '新增事项', undertaker: '规划科', plannedFor: '第三季度' };
      const before = (await served.entries()).length;
      expect(codesOf(await change(served, 'listDecision', { input }, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      const { id } = await change(served, 'listDecision', { input });
      const told = (await served.entries()).slice(before);
      expect(told).toMatchObject([
        { kind: 'REVISED', subject: 'DECISION_CATALOGUE', payload: { issuer: AUTHORITY, region: COUNTY, year: 2026 } },
        { kind: 'PUBLISHED', subject: 'MAJOR_DECISION', subjectId: id, payload: { plannedFor: '第三季度' } },
      ]);
      expect(told[0]?.payload['decisions']).toHaveLength(2);
      const words = { title: '新增事项二', undertaker: '规划科' };
      expect(await change(served, 'amendListedDecision', { id, input: words })).toMatchObject({ title: '新增事项二' });
      expect((await served.entries()).at(-1)).toMatchObject({ kind: 'REVISED', payload: { title: '新增事项二' } });
      expect(codesOf(await change(served, 'removeListedDecision', { id }))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('is drafted by editors: decisions are worded anew, linked and removed, and nothing is told', async () => {
      const before = (await served.entries()).length;
      const [id, other] = [await listed(served, '事项一'), await listed(served, '事项二')];
      const editor = staff('EDITOR', COUNTY);
      const amend = (title: string) =>
        change(served, 'amendListedDecision', { id, input: { title, undertaker: '医政科' } }, editor);
      expect(await amend('事项一')).toMatchObject({ title: '事项一' });
      expect(codesOf(await amend('事项二'))).toEqual(['VALUE_REPEATED']);
      await linked(served, id, 'DRAFT');
      const { links } = (await seen(served, id, editor)) as { links: { id: string }[] };
      const unlink = (link: string) => change(served, 'removeDecisionLink', { id, link }, editor);
      expect(await unlink(links[0]?.id ?? '')).toMatchObject({ links: [] });
      expect(codesOf(await unlink('none'))).toEqual(['NOT_FOUND']);
      const left = await change(served, 'removeListedDecision', { id: other }, editor);
      expect(left).toMatchObject({ decisions: [{ id }] });
      expect((await served.entries()).length).toBe(before);
    });

    it('is not published empty, twice, or with documents that the public can not read', async () => {
      const id = await listed(served, '卫生规划');
      await decisionDocument(served, 'draft', null);
      await linked(served, id, 'DRAFT', { url: null, document: 'draft' });
      await served.db.document.update({ where: { id: 'draft' }, data: { status: 'APPROVED' } });
      expect(await publishedCatalogue(served)).toMatchObject({
        refusals: [{ code: 'STATUS_NOT_FITTING', path: ['id', 'links'], got: 'DRAFT 链接: NONE', rules: ['M1'] }],
      });
      await change(served, 'removeListedDecision', { id });
      expect(codesOf(await publishedCatalogue(served))).toEqual(['VALUE_MISSING']);
      await listed(served, '卫生规划');
      await publishedCatalogue(served);
      expect(codesOf(await publishedCatalogue(served))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('tells strangers nothing', async () => {
      const id = await listed(served, '卫生规划');
      const by = async (name: string, variables: Record<string, unknown>, viewer: ReturnType<typeof staff> | null) =>
        codesOf(await change(served, name, variables, viewer));
      expect(await by('abandonDecision', { id, reason: '' }, null)).toEqual(['SIGN_IN_NEEDED']);
      expect(await by('abandonDecision', { id, reason: '' }, staff('REVIEWER'))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(await by('abandonDecision', { id, reason: '' }, staff('EDITOR'))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(await by('abandonDecision', { id, reason: '' }, staff('PUBLISHER', '140522'))).toEqual([
        'REGION_NOT_ALLOWED',
      ]);
      expect(await by('abandonDecision', { id: 'none', reason: '' }, staff('PUBLISHER'))).toEqual(['NOT_FOUND']);
      expect(await by('removeListedDecision', { id }, staff('EDITOR', '140522'))).toEqual(['REGION_NOT_ALLOWED']);
      expect(await by('removeListedDecision', { id: 'none' }, staff('EDITOR'))).toEqual(['NOT_FOUND']);
      expect(await by('publishDecisionCatalogue', { id: 'none' }, staff('EDITOR'))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(await by('publishDecisionCatalogue', { id: 'none' }, staff('PUBLISHER'))).toEqual(['NOT_FOUND']);
      const input = { issuer: 'none', year: 1999, title: '', undertaker: '' };
      expect(await by('listDecision', { input }, staff('EDITOR'))).toEqual([
        'NOT_FOUND',
        'YEAR_OUT_OF_RANGE',
        'VALUE_MISSING',
        'VALUE_MISSING',
      ]);
    });

    it('costs as many statements for many decisions as for two', async () => {
      const cost = async () => {
        served.statements();
        await standings('2026-04-01', staff('EDITOR'));
        return served.statements().length;
      };
      await linked(served, await listed(served, '事项'), 'DRAFT');
      await linked(served, await listed(served, '其他事项'), 'DRAFT');
      const few = await cost();
      for (const number of ['三', '四', '五']) await linked(served, await listed(served, `事项${number}`), 'DRAFT');
      expect(await cost()).toBe(few);
      expect(few).toBe(3);
    });

    it('is asked for by a year and a region that there can be', async () => {
      const codes = async (region: string, year: number) => {
        const text = `{ decisionCatalogues(region: "${region}", year: ${String(year)}) { dueOn } }`;
        return (await served.ask(text)).errors?.map(({ extensions }) => extensions['code']);
      };
      expect(await codes('140500', 1999)).toEqual(['BAD_USER_INPUT']);
      expect(await codes('晋城', 2026)).toEqual(['BAD_USER_INPUT']);
      expect(await codes('140500', 2000)).toBeUndefined();
    });
  });
});
