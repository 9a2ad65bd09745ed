import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { addPlans } from './many-plans.ts';
import { issued, taskOf } from './plans.ts';
import { serveSupervision, staff, type ServedSupervision } from './serve-supervision.ts';

const BY_REGION = `byRegion { region { code name } overdueTasks waitingTasks openTasks completedTasks completedLateTasks
  reportsOverdue contactsOverdue lookBacksOutstanding rectificationsOverdue }`;
const WHOLE = `query ($region: ID!, $first: Int) { supervision(region: $region) { on total { overdueTasks } ${BY_REGION}
  byUnit(first: $first) { totalCount edges { node { unit region { name } overdue waiting tasks(state: OVERDUE) {
    id summary state units { unit state } progress { note } lookBackStage plan { title issuer { name } region { name } } } } } } } }`;

interface Regions {
  readonly supervision: {
    readonly byRegion: readonly Record<string, unknown>[];
    readonly total: Record<string, number>;
  };
}

describe.each(DATABASE_KINDS)('who is behind, on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSupervision;
    beforeAll(async () => {
      served = await serveSupervision(await openMigrated());
      const tasks = await issued(served);
      await addPlans(served.database, '140522', 'yangcheng', 1);
      const check = { task: '140522-2025-1-3', finding: 'NOT_DONE', note: '未公开', rectifyBy: '2026-11-30' };
      await served.change('recordLookBack', check, staff('REVIEWER'));
      const done = { task: '140522-2025-1-1', finding: 'DONE', note: '已公开' };
      await served.change('recordLookBack', done, staff('REVIEWER'));
      const report = { task: taskOf(tasks, 2), unit: '办公室', note: '正在办理' };
      await served.change('reportTaskProgress', report, staff('EDITOR'));
    }, 60_000);
    afterAll(() => served.close());

    const regions = async (args: string, viewer = staff('OPERATOR')) => {
      const { data, errors } = await served.ask(
        `{ supervision(${args}) { total { overdueTasks } ${BY_REGION} } }`,
        {},
        viewer,
      );
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return (data as unknown as Regions).supervision;
    };

    it('is told by region, a county without anything to do left out', async () => {
      const { byRegion, total } = await regions('region: "140500"');
      expect(byRegion).toEqual([
        {
          region: { code: '140521', name: '沁水县' },
          ...{ overdueTasks: 1, waitingTasks: 1, openTasks: 1, completedTasks: 0, completedLateTasks: 0 },
          ...{ reportsOverdue: 12, contactsOverdue: 1, lookBacksOutstanding: 0, rectificationsOverdue: 0 },
        },
        {
          region: { code: '140522', name: '阳城县' },
          ...{ overdueTasks: 1, waitingTasks: 1, openTasks: 0, completedTasks: 2, completedLateTasks: 1 },
          ...{ reportsOverdue: 12, contactsOverdue: 1, lookBacksOutstanding: 3, rectificationsOverdue: 0 },
        },
      ]);
      expect(total).toEqual({ overdueTasks: 2 });
    });

    it('is told of any day, past or future', async () => {
      const on = async (day: string) => (await regions(`region: "140522", on: "${day}"`)).byRegion[0];
      expect(await on('2025-02-28')).toMatchObject({ openTasks: 0, overdueTasks: 0, reportsOverdue: 9 });
      expect(await on('2025-11-30')).toMatchObject({
        openTasks: 2,
        completedTasks: 1,
        overdueTasks: 0,
        waitingTasks: 1,
      });
      expect(await on('2025-12-01')).toMatchObject({
        openTasks: 0,
        completedTasks: 2,
        overdueTasks: 1,
        waitingTasks: 1,
      });
      expect(await on('2026-11-23')).toMatchObject({ lookBacksOutstanding: 4, rectificationsOverdue: 0 });
      expect(await on('2026-12-01')).toMatchObject({ lookBacksOutstanding: 3, rectificationsOverdue: 1 });
      expect(await on('2027-06-01')).toMatchObject({ lookBacksOutstanding: 1, rectificationsOverdue: 1 });
      expect(await on('9999-12-31')).toMatchObject({ waitingTasks: 1 });
    });

    it('is told of the plans of one year', async () => {
      const { byRegion } = await regions('region: "140500", year: 2026');
      expect(byRegion.map(({ region, overdueTasks }) => [(region as { code: string }).code, overdueTasks])).toEqual([
        ['140521', 1],
        ['140522', 0],
      ]);
    });

    it('is told by unit, those with the most overdue tasks first', async () => {
      const { data } = await served.ask(`{ supervision(region: "140500") { byUnit { totalCount edges { node {
        unit region { name } overdue waiting open completed completedLate tasks { number } late: tasks(state: OVERDUE) { number } } } } } }`);
      const { byUnit } = (data as { supervision: { byUnit: { totalCount: number; edges: { node: object }[] } } })
        .supervision;
      expect(byUnit.totalCount).toBe(5);
      expect(byUnit.edges.map(({ node }) => node)).toMatchObject([
        {
          unit: '各医疗卫生单位',
          region: { name: '沁水县' },
          overdue: 1,
          tasks: [{ number: 1 }],
          late: [{ number: 1 }],
        },
        { unit: '局办公室', region: { name: '沁水县' }, overdue: 1, open: 1, tasks: [{ number: 1 }, { number: 2 }] },
        { unit: '局办公室', region: { name: '阳城县' }, overdue: 1, waiting: 1, completed: 2, completedLate: 1 },
        { unit: '法制股', region: { name: '阳城县' }, overdue: 1, late: [{ number: 3 }] },
        { unit: '规划信息股', region: { name: '沁水县' }, overdue: 0, waiting: 1, late: [] },
      ]);
    });

    it('is told by unit page by page', async () => {
      const text = `query ($after: String) { supervision(region: "140500") { byUnit(first: 2, after: $after) {
        edges { node { unit } } pageInfo { hasNextPage endCursor } } } }`;
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await served.ask(text, { after });
        const { edges, pageInfo } = (
          data as {
            supervision: {
              byUnit: { edges: { node: { unit: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
            };
          }
        ).supervision.byUnit;
        seen.push(...edges.map(({ node }) => node.unit));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(seen).toEqual(['各医疗卫生单位', '局办公室', '局办公室', '法制股', '规划信息股']);
      const foreign = await served.ask(text, { after: Buffer.from('["x"]').toString('base64url') });
      expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it.each([
      ['supervision(region: "140500") { on }'],
      ['workPlans(region: "140500") { totalCount }'],
      ['halfYearReports(region: "140500", year: 2026, half: H1) { dueOn }'],
      ['disclosureContacts(region: "140500") { totalCount }'],
      ['workPlan(id: "140522-2025-1") { title }'],
    ])('is for staff of the region or above it only: %s', async (field) => {
      const codes = async (viewer: ReturnType<typeof staff> | null) =>
        (await served.ask(`{ ${field} }`, {}, viewer)).errors?.map(({ extensions }) => extensions['code']);
      expect(await codes(null)).toEqual(['UNAUTHENTICATED']);
      for (const viewer of [staff('AGGREGATOR'), staff('PUBLISHER', '140521'), staff('OPERATOR', '110000')]) {
        expect(await codes(viewer)).toEqual(['FORBIDDEN']);
      }
      for (const role of ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR'] as const) {
        expect(await codes(staff(role, '140000'))).toBeUndefined();
      }
    });

    it('costs as many statements for hundreds of tasks as for a few', async () => {
      const asked = async (first: number) => {
        served.statements();
        const answer = await served.ask(WHOLE, { region: '140000', first }, staff('OPERATOR', '140000'));
        expect(answer.errors).toBeUndefined();
        return served.statements().length;
      };
      // Two of them load regions, which one statement does when the answers before them come together.
      expect(await asked(2)).toBeLessThanOrEqual(12);
      await addPlans(served.database, '140521', 'qinshui', 60);
      await addPlans(served.database, '140524', 'city', 60);
      expect(await asked(100)).toBeLessThanOrEqual(12);
    });

    it('costs as many statements for the tasks of fifty plans as for those of one', async () => {
      const text = `query ($first: Int) { workPlans(region: "140500", first: $first) { totalCount edges { node {
        issuer { name } region { name } tasks { state units { state } metric { value } progress { note } lookBacks { round } lookBackStage } } } } }`;
      const asked = async (first: number) => {
        served.statements();
        expect((await served.ask(text, { first })).errors).toBeUndefined();
        return served.statements().length;
      };
      expect([await asked(1), await asked(50)]).toEqual([7, 7]);
    });
  });
});
