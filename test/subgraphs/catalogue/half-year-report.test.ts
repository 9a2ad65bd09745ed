import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { codesOf, serveSupervision, staff, type ServedSupervision } from './serve-supervision.ts';

const H1 = { region: '140521', year: 2026, half: 'H1', body: '上半年推进情况' };
const ROWS = `query ($on: Date) { halfYearReports(region: "140500", year: 2026, half: H1, on: $on) {
  region { name } dueOn submittedAt revision body isLate isOverdue } }`;

describe.each(DATABASE_KINDS)('half-year reports on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSupervision;
    beforeAll(async () => {
      served = await serveSupervision(await openMigrated());
    }, 60_000);
    afterAll(() => served.close());

    const submit = (at: string, input: object = {}, viewer = staff('EDITOR', '140521')) => {
      served.clock.at = new Date(at);
      return served.change('submitHalfYearReport', { ...H1, ...input }, viewer);
    };

    it('are not taken before the half is over', async () => {
      const early = await submit('2026-06-29T15:59:59.999Z');
      expect(early.refusals).toMatchObject([{ code: 'VALUE_IN_FUTURE', rules: ['C14'] }]);
    });

    it('are in time on the last instant of the due day in Shanghai, late at the next', async () => {
      expect(await submit('2026-07-10T15:59:59.999Z')).toMatchObject({
        dueOn: '2026-07-10',
        isLate: false,
        revision: 1,
      });
      const late = await submit('2026-07-10T16:00:00.000Z', { region: '140522' }, staff('PUBLISHER'));
      expect(late).toMatchObject({ isLate: true });
    });

    it('keep the instant at which they were first handed in when they are revised', async () => {
      expect(await submit('2026-09-01T00:00:00.000Z', { body: '修订后的推进情况' })).toMatchObject({
        submittedAt: '2026-07-10T15:59:59.999Z',
        revisedAt: '2026-09-01T00:00:00.000Z',
        revision: 2,
        body: '修订后的推进情况',
        isLate: false,
      });
    });

    it('have one row for each county whose health authority is known, as of any day', async () => {
      const rows = async (on: string) => (await served.ask(ROWS, { on })).data?.['halfYearReports'];
      expect(await rows('2026-09-01')).toMatchObject([
        { region: { name: '沁水县' }, dueOn: '2026-07-10', revision: 2, isLate: false, isOverdue: false },
        { region: { name: '阳城县' }, isLate: true, isOverdue: false },
      ]);
      expect(await rows('2026-07-10')).toMatchObject([
        { isLate: false, isOverdue: false },
        { isLate: false, isOverdue: false },
      ]);
      await served.database.pool.query(`delete from catalogue.half_year_report where region_code = '140522'`);
      expect(await rows('2026-07-11')).toMatchObject([
        { isOverdue: false },
        { submittedAt: null, revision: 0, body: null, isLate: false, isOverdue: true },
      ]);
    });

    it('are counted as overdue until they are handed in', async () => {
      const overdue = async (on: string) =>
        (await served.ask(`{ supervision(region: "140521", on: "${on}") { byRegion { reportsOverdue } } }`)).data;
      expect(await overdue('2026-07-11')).toEqual({ supervision: { byRegion: [{ reportsOverdue: 11 }] } });
      await submit('2026-09-02T00:00:00.000Z', { year: 2020, half: 'H2' });
      expect(await overdue('2026-09-01')).toEqual({ supervision: { byRegion: [{ reportsOverdue: 11 }] } });
      expect(await overdue('2026-09-02')).toEqual({ supervision: { byRegion: [{ reportsOverdue: 10 }] } });
    });

    it('are owed by counties only, from 2020 H2', async () => {
      for (const region of ['140500', '140524', '999999']) {
        const outcome = await submit('2026-09-03T00:00:00.000Z', { region }, staff('PUBLISHER', region));
        expect(codesOf(outcome)).toEqual(['NOT_FOUND']);
      }
      expect(codesOf(await submit('2026-09-03T00:00:00.000Z', { year: 2020 }))).toEqual(['PERIOD_NOT_REPORTED']);
      const asked = await served.ask('{ halfYearReports(region: "140500", year: 2020, half: H1) { dueOn } }');
      expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    });

    it('are handed in by editors and publishers of the county or of a region above it', async () => {
      const by = async (viewer: ReturnType<typeof staff>) =>
        codesOf(await submit('2026-09-03T00:00:00.000Z', {}, viewer));
      expect(await by(staff('REVIEWER'))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(await by(staff('EDITOR', '140522'))).toEqual(['REGION_NOT_ALLOWED']);
    });

    it('cost two statements, however many counties owe them', async () => {
      served.statements();
      await served.ask(ROWS);
      expect(served.statements()).toHaveLength(2);
    });
  });
});
