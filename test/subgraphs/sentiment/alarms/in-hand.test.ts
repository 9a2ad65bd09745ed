import { describe, expect, it } from 'vitest';
import { openLog } from '../../../../feed/log.ts';
import { transact } from '../../../../subgraphs/kit/transact.ts';
import { MatterClocks } from '../../../../subgraphs/sentiment/commands/alarms/matter-clocks.ts';
import { sentiment } from '../../../../subgraphs/sentiment/index.ts';
import type { SentimentContext, Transaction } from '../../../../subgraphs/sentiment/store/database.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { DATABASE_KINDS, type DatabaseKind } from '../../../support/databases.ts';

const HOUR = 3_600_000;
const START = new Date('2026-11-23T00:00:00.000Z');
const DUE = new Date(START.getTime() + 48 * HOUR);
const [, SERVER] = DATABASE_KINDS;

/** An inquiry with a clock of 48 hours, in a hub whose clock stands where the test sets it. */
async function withInquiry(
  { openMigrated }: DatabaseKind,
  test: (on: {
    context: SentimentContext;
    clock: { at: Date };
    look: () => Promise<void>;
    told: () => Promise<readonly (readonly unknown[])[]>;
    payloads: () => Promise<readonly object[]>;
  }) => Promise<void>,
): Promise<void> {
  const database = await openMigrated();
  const clock = { at: START, now: () => clock.at };
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const running = sentiment.start({ database, log, clock, ...CONFIGURED });
  const context = running.contextFor({ viewer: null, locale: 'en', requestId: 'test' }) as SentimentContext;
  const common = { regionCode: '140521', title: '王某投诉', recordedBy: 'test' };
  await transact<Transaction, undefined>(context, async (tx, record) => {
    await tx.inquiry.create({
      data: {
        ...{ id: 'inquiry', receipt: 'receipt', route: 'HOTLINE_12345', kind: 'COMPLAINT', stage: 'RECEIVED' },
        ...{ ...common, receivedAt: START },
      },
    });
    const looking = { tx, record, now: START, alarmDistances: CONFIGURED.handling.alarmDistances };
    const clocks = await MatterClocks.of({ inquiryId: 'inquiry' }, looking);
    const place = { regionCode: '140521', officeId: 'office-1' };
    await clocks.start([{ kind: 'REPLY', startedAt: START, dueAt: DUE, rules: ['P8'] }], place);
  });
  const entries = async () => (await log.read({ after: null, first: 100 })).entries;
  await test({
    ...{ context, clock, look: () => running.chores.run() },
    told: async () => (await entries()).map(({ payload, occurredAt }) => [payload['stage'], occurredAt]),
    payloads: async () => (await entries()).map(({ payload }) => payload),
  });
  await running.close();
  await log.close();
  await database.close();
}

describe.each(DATABASE_KINDS)('alarms of an inquiry on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)('say which one it is and nothing of what it is about', async () => {
    await withInquiry(kind, async ({ clock, look, payloads }) => {
      clock.at = new Date(DUE.getTime() - 24 * HOUR);
      await look();
      const reachedAt = clock.at.toISOString();
      expect(await payloads()).toEqual([
        {
          ...{ stage: 'DUE_IN_24H', clock: 'REPLY', dueAt: DUE.toISOString(), reachedAt, rules: ['P8'] },
          ...{ responsibleId: 'office-1', opinionEventId: null, inquiryId: 'inquiry' },
        },
      ]);
    });
  });

  it.skipIf(!kind.isAvailable)('are told once although the clock of the machine is set forth and back', async () => {
    await withInquiry(kind, async ({ clock, look, told }) => {
      const instants = [DUE.getTime() - HOUR, DUE.getTime() - 30 * HOUR, DUE.getTime() - HOUR, DUE.getTime() + 1];
      for (const at of [...instants, START.getTime(), DUE.getTime() + HOUR]) {
        clock.at = new Date(at);
        await look();
      }
      const [early, late] = [new Date(DUE.getTime() - HOUR), new Date(DUE.getTime() + 1)];
      expect(await told()).toEqual([
        ['DUE_IN_24H', early],
        ['DUE_IN_4H', early],
        ['DUE_IN_1H', early],
        ['BREACHED', late],
      ]);
    });
  });
});

describe('a matter that a command has in hand', () => {
  it.skipIf(!SERVER.isAvailable)('is not told to be breached while it is answered at the last instant', async () => {
    await withInquiry(SERVER, async ({ context, clock, look, told }) => {
      clock.at = DUE;
      await look();
      const before = await told();
      await transact<Transaction, undefined>(context, async (tx, record) => {
        await tx.$queryRaw`SELECT 1 FROM sentiment.inquiry WHERE id = 'inquiry' FOR UPDATE`;
        const now = clock.at;
        // The time is over before the command comes to the clocks; the timer comes round in between.
        clock.at = new Date(DUE.getTime() + 1);
        await look();
        const looking = { tx, record, now, alarmDistances: CONFIGURED.handling.alarmDistances };
        await (await MatterClocks.of({ inquiryId: 'inquiry' }, looking)).meet('REPLY');
      });
      await look();
      expect(await told()).toEqual(before);
      const clocks = await context.db.responseClock.findMany();
      expect(clocks).toMatchObject([{ metAt: DUE, nextStage: null, nextAlarmAt: null }]);
    });
  });

  it.skipIf(!SERVER.isAvailable)('is told by the next look when the command fails', async () => {
    await withInquiry(SERVER, async ({ context, clock, look, told }) => {
      clock.at = DUE;
      await look();
      const before = await told();
      const failing = transact<Transaction, undefined>(context, async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM sentiment.inquiry WHERE id = 'inquiry' FOR UPDATE`;
        clock.at = new Date(DUE.getTime() + 1);
        await look();
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      await look();
      expect((await told()).slice(before.length)).toEqual([['BREACHED', clock.at]]);
    });
  });
});
