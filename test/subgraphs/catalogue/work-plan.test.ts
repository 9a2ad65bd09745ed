import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { issued, PLAN, taskOf, type IssuedTask } from './plans.ts';
import { codesOf, serveSupervision, staff, type ServedSupervision } from './serve-supervision.ts';

const EDITOR = staff('EDITOR', '140521');

describe.each(DATABASE_KINDS)('work plans on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSupervision;
    let tasks: readonly IssuedTask[];
    beforeAll(async () => {
      served = await serveSupervision(await openMigrated());
      tasks = await issued(served);
    }, 60_000);
    afterAll(() => served.close());

    const report = (number: number, input: object, viewer = EDITOR) => {
      served.clock.at = new Date(served.clock.at.getTime() + 1_000);
      return served.change('reportTaskProgress', { task: taskOf(tasks, number), note: '已办', ...input }, viewer);
    };

    it('are issued whole, with days by their wording and units by one name', () => {
      expect(tasks.map(({ number, dueOn, state }) => [number, dueOn, state])).toEqual([
        [1, '2026-06-30', 'OVERDUE'],
        [2, '2026-12-31', 'OPEN'],
        [3, '2026-06-30', 'WAITING'],
      ]);
      expect(tasks[0]?.units).toEqual([
        { unit: '局办公室', nameAsWritten: '办公室', role: 'LEAD' },
        { unit: '各医疗卫生单位', nameAsWritten: '各医疗卫生单位', role: 'COOPERATING' },
      ]);
    });

    it('are issued once under a title and year', async () => {
      const again = await served.change('issueWorkPlan', PLAN, EDITOR);
      expect(again.refusals).toMatchObject([{ code: 'VALUE_REPEATED', path: ['input', 'title'] }]);
    });

    it('are issued by editors and publishers of the region only, with every reason at once', async () => {
      const input = { ...PLAN, title: '', year: 2030, tasks: [] };
      expect(codesOf(await served.change('issueWorkPlan', input, staff('REVIEWER', '140522')))).toEqual([
        'ROLE_NOT_ALLOWED',
        'REGION_NOT_ALLOWED',
        'VALUE_MISSING',
        'VALUE_MISSING',
        'YEAR_OUT_OF_RANGE',
      ]);
      expect(codesOf(await served.change('issueWorkPlan', { ...PLAN, issuer: 'nobody' }, null))).toEqual([
        'SIGN_IN_NEEDED',
        'NOT_FOUND',
      ]);
    });

    it('tell the log nothing', async () => {
      expect(await served.entries()).toEqual([]);
    });

    it('show how their tasks stood on a day in the past', async () => {
      const text = `{ workPlans(region: "140500", year: 2026, on: "2026-06-30") { totalCount edges { node {
        title region { name } issuer { name } tasks { state } waiting: tasks(state: WAITING) { number } } } } }`;
      expect((await served.ask(text)).data).toEqual({
        workPlans: {
          totalCount: 1,
          edges: [
            {
              node: {
                title: PLAN.title,
                region: { name: '沁水县' },
                issuer: { name: '沁水县卫生健康和体育局' },
                tasks: [{ state: 'OPEN' }, { state: 'OPEN' }, { state: 'WAITING' }],
                waiting: [{ number: 3 }],
              },
            },
          ],
        },
      });
    });

    it('have a task complete once every unit is, late when the last one was', async () => {
      expect(await report(1, { unit: '办公室', isComplete: true })).toMatchObject({
        state: 'OVERDUE',
        completedOn: null,
        units: [{ state: 'COMPLETED' }, { state: 'OVERDUE' }],
      });
      expect(codesOf(await report(1, { unit: '局办公室', isComplete: true }))).toEqual(['STATUS_NOT_FITTING']);
      expect(await report(1, { unit: '各医疗卫生单位', isComplete: true })).toMatchObject({
        state: 'COMPLETED',
        completedOn: '2026-11-24',
        isLate: true,
      });
    });

    it('hold a task open until its metric is met and its result is filed', async () => {
      const early = await report(2, { unit: '局办公室', metricValue: 1, isComplete: true });
      expect(early.refusals).toMatchObject([
        { code: 'METRIC_NOT_MET', expected: '>= 2', got: '1', rules: ['U1'] },
        { code: 'FILING_MISSING' },
      ]);
      expect(await report(2, { unit: '局办公室', metricValue: 2 })).toMatchObject({
        state: 'OPEN',
        metric: { value: 2, isMet: true },
      });
      const complete = { unit: '局办公室', isComplete: true, filedOn: '2026-11-20', evidenceUrl: 'https://a.gov.cn/1' };
      expect(await report(2, complete)).toMatchObject({
        state: 'COMPLETED',
        isLate: false,
        filing: { filedOn: '2026-11-20' },
      });
    });

    it('have a waiting task completed only once what it waits for came, by a new day when that was late', async () => {
      expect(codesOf(await report(3, { unit: '规划信息股', isComplete: true }))).toEqual(['PREREQUISITE_NOT_MET']);
      const met = { task: taskOf(tasks, 3), metOn: '2026-11-01', document: '晋市政办〔2026〕30号' };
      const early = await served.change('recordPrerequisiteMet', met, EDITOR);
      expect(codesOf(early)).toEqual(['NEW_DUE_DAY_NEEDED']);
      const due = await served.change('recordPrerequisiteMet', { ...met, dueOn: '2026-12-31' }, EDITOR);
      expect(due).toMatchObject({ state: 'OPEN', dueOn: '2026-12-31', prerequisiteMetOn: '2026-11-01' });
      expect(await report(3, { unit: '规划信息股', isComplete: true })).toMatchObject({ state: 'COMPLETED' });
      const past = await served.ask(
        '{ workPlans(region: "140521", on: "2026-10-31") { edges { node { tasks { state } } } } }',
      );
      expect(JSON.stringify(past.data)).toContain('WAITING');
    });

    it('are completed once when two report at once', async () => {
      const [fresh] = await issued(served, { title: '另一份要点' });
      const input = { task: fresh?.id ?? '', unit: '办公室', note: '已办', isComplete: true };
      const outcomes = await Promise.all([1, 2].map(() => served.change('reportTaskProgress', input, EDITOR)));
      expect(outcomes.filter(({ refusals }) => refusals === undefined)).toHaveLength(1);
    });

    it('refuse units and tasks that are not there, and tell strangers nothing of those that are', async () => {
      expect(codesOf(await report(1, { unit: '法制科' }))).toEqual(['NOT_FOUND']);
      const input = { task: 'nothing', unit: '法制科', note: '已办' };
      expect(codesOf(await served.change('reportTaskProgress', input, EDITOR))).toEqual(['NOT_FOUND']);
      expect(codesOf(await report(1, { unit: '法制科' }, staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
    });

    it('go through check, feedback, rectification and check again', async () => {
      const task = taskOf(tasks, 1);
      const check = (input: object, viewer = staff('REVIEWER')) =>
        served.change('recordLookBack', { task, note: '核查', ...input }, viewer);
      const rectify = () => served.change('recordRectification', { task, note: '已整改' }, EDITOR);
      expect(codesOf(await check({ finding: 'DONE' }, EDITOR))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await rectify())).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await check({ finding: 'NOT_DONE' }))).toEqual(['VALUE_MISSING']);
      expect(await check({ finding: 'NOT_DONE', rectifyBy: '2026-12-10' })).toMatchObject({
        lookBackStage: 'TO_RECTIFY',
      });
      expect(codesOf(await check({ finding: 'DONE' }))).toEqual(['STATUS_NOT_FITTING']);
      expect(await rectify()).toMatchObject({ lookBackStage: 'TO_CHECK_AGAIN' });
      expect(await check({ finding: 'DONE' })).toMatchObject({
        lookBackStage: 'DONE',
        lookBacks: [
          { round: 1, finding: 'NOT_DONE', rectifyBy: '2026-12-10' },
          { round: 2, finding: 'DONE', rectifyBy: null },
        ],
      });
    });

    it('keep what was reported, the newest first', async () => {
      const text = `query { workPlans(region: "140521", year: 2026, first: 100) { edges { node { title tasks {
        number plan { title } progress { unit note metricValue isComplete evidenceUrl reportedBy } } } } } }`;
      const { data } = await served.ask(text);
      const plans = (
        data as { workPlans: { edges: { node: { title: string; tasks: { number: number; progress: object[] }[] } }[] } }
      ).workPlans.edges;
      const plan = plans.find(({ node }) => node.title === PLAN.title)?.node;
      expect(plan?.tasks.find(({ number }) => number === 2)).toMatchObject({
        plan: { title: PLAN.title },
        progress: [
          {
            unit: '局办公室',
            isComplete: true,
            metricValue: null,
            evidenceUrl: 'https://a.gov.cn/1',
            reportedBy: 'editor-1',
          },
          { unit: '局办公室', isComplete: false, metricValue: 2, evidenceUrl: null },
        ],
      });
    });

    it('are paged in the order of year, region and id', async () => {
      await issued(served, { title: '上年要点', year: 2025 });
      const text =
        'query ($after: String) { workPlans(region: "140500", first: 1, after: $after) { edges { node { title year } } pageInfo { hasNextPage endCursor } } }';
      const seen: unknown[] = [];
      for (let after: string | null = null; ;) {
        const { data } = await served.ask(text, { after });
        const { edges, pageInfo } = (
          data as { workPlans: { edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
        ).workPlans;
        seen.push(...edges.map(({ node }) => node));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toHaveLength(3);
      expect(seen.at(-1)).toEqual({ title: '上年要点', year: 2025 });
      const foreign = await served.ask(text, { after: Buffer.from('["x"]').toString('base64url') });
      expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
    });
  });
});
