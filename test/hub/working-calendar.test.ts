import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { openGround } from '../../subgraphs/index.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { createPostgresDatabase } from '../support/server.ts';
import { PLACEMENTS } from '../support/hubs.ts';

const PUBLISH = `mutation ($input: PublishWorkingCalendarInput!) { publishWorkingCalendar(input: $input) {
  __typename ... on Refused { refusals { code } } } }`;
const DEADLINE = '{ deadline(from: "2026-12-31", days: 1) { on provisional trace { on counted why note } } }';
const input = { year: 2027, holidays: [{ on: '2027-01-01', name: '元旦' }], workdays: [] };

describe.each(PLACEMENTS)('the working calendar of a hub, $placement', ({ isAvailable, start }) => {
  it.skipIf(!isAvailable)(
    'is there from the start, and takes the next year',
    async () => {
      const hub = await start();
      const years = await hub.ask('{ workingCalendars { year } }');
      expect(years.data?.['workingCalendars']).toHaveLength(23);
      expect((await hub.ask(DEADLINE)).data).toMatchObject({ deadline: { on: '2027-01-01', provisional: true } });
      const editor = await hub.token('EDITOR', '140521');
      expect((await hub.ask(PUBLISH, { input }, editor)).data).toEqual({
        publishWorkingCalendar: {
          __typename: 'Refused',
          refusals: [{ code: 'ROLE_NOT_ALLOWED' }, { code: 'REGION_NOT_ALLOWED' }],
        },
      });
      const operator = await hub.token('OPERATOR', '140500');
      expect((await hub.ask(PUBLISH, { input }, operator)).data).toMatchObject({
        publishWorkingCalendar: { __typename: 'WorkingCalendar' },
      });
      expect((await hub.ask(DEADLINE)).data).toEqual({
        deadline: {
          on: '2027-01-04',
          provisional: false,
          trace: [
            { on: '2027-01-01', counted: false, why: 'HOLIDAY', note: '元旦' },
            { on: '2027-01-02', counted: false, why: 'WEEKEND', note: null },
            { on: '2027-01-03', counted: false, why: 'WEEKEND', note: null },
            { on: '2027-01-04', counted: true, why: 'WORKING_DAY', note: null },
          ],
        },
      });
      const outOfBounds = await hub.ask('{ deadline(from: "1899-12-31", days: 1) { on } }');
      expect(outOfBounds.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      await hub.close();
    },
    120_000,
  );
});

/** How many calendar years the log of a database tells of, once it has been opened. */
async function yearsTold(dataFolder: string, databaseUrl: string | null): Promise<number> {
  const ground = await openGround({ dataFolder, databaseUrl, hub: '140500', clock: systemClock });
  const page = await ground.log.read({ after: null, first: 1_000 });
  await ground.close();
  return page.entries.length;
}

describe('a database without a sample', () => {
  it('has the published years once, however often it is opened', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-'));
    expect(await yearsTold(folder, null)).toBe(23);
    expect(await yearsTold(folder, null)).toBe(23);
    await rm(folder, { recursive: true });
  }, 120_000);

  it.skipIf(!DATABASE_KINDS[1].isAvailable)(
    'has them once when three processes open it at the same moment',
    async () => {
      const { url, drop } = await createPostgresDatabase();
      const folder = tmpdir();
      const told = await Promise.all([1, 2, 3].map(() => yearsTold(folder, url)));
      expect(told).toEqual([23, 23, 23]);
      await drop();
    },
    120_000,
  );
});
