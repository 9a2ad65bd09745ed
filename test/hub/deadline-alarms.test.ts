import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const RECORD = `mutation ($input: RecordOpinionEventInput!) {
  recordOpinionEvent(input: $input) { __typename ... on OpinionEvent { id } ... on Refused { refusals { message } } }
}`;
const ALARMS = `subscription ($after: Cursor) {
  deadlineAlarms(region: "140524", after: $after) {
    cursor id stage clock rules dueAt reachedAt remainingSeconds
    region { code } opinionEvent { id title } inquiry { id }
  }
}`;
const HOUR = 3_600_000;

interface Alarm {
  readonly cursor: string;
  readonly id: string;
  readonly stage: string;
  readonly reachedAt: string;
  readonly [field: string]: unknown;
}

describe.each(PLACEMENTS)('deadline alarms of the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let head: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start();
    const answer = await hub.ask('{ changes(first: 1) { head } }');
    head = (answer.data as { changes: { head: string } }).changes.head;
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  /** Reads so many alarms after a cursor, and when each came. */
  const read = async (count: number): Promise<{ alarms: Alarm[]; cameAt: number[] }> => {
    const client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    const [alarms, cameAt]: [Alarm[], number[]] = [[], []];
    const events = client.iterate<{ deadlineAlarms: Alarm }>({ query: ALARMS, variables: { after: head } });
    for await (const { data, errors } of events) {
      expect(errors).toBeUndefined();
      if (data != null) alarms.push(data.deadlineAlarms);
      cameAt.push(Date.now());
      if (alarms.length === count) break;
    }
    client.terminate();
    await client.dispose();
    return { alarms, cameAt };
  };

  it.skipIf(!isAvailable)(
    'reach a subscriber by themselves as the stages are reached, and again with replay',
    async () => {
      const live = read(2);
      // The stage an hour before the end lies some seconds ahead; of those behind, the last one comes at once.
      const detectedAt = new Date(Date.now() - 47 * HOUR + 3_000);
      const input = { region: '140524', title: '就诊排队', source: 'OTHER', severity: 'ORDINARY', detectedAt };
      const recorded = await hub.ask(RECORD, { input }, await hub.token('PUBLISHER', '140500'));
      const { id } = (recorded.data as { recordOpinionEvent: { id: string } }).recordOpinionEvent;
      const { alarms, cameAt } = await live;
      const dueAt = new Date(detectedAt.getTime() + 48 * HOUR);
      const whole = (stage: string, before: number) => ({
        ...{ stage, clock: 'RESPONSE', rules: ['P1', 'P2'], dueAt: dueAt.toISOString() },
        reachedAt: new Date(dueAt.getTime() - before).toISOString(),
        ...{ region: { code: '140524' }, opinionEvent: { id, title: '就诊排队' }, inquiry: null },
      });
      expect(alarms).toMatchObject([whole('DUE_IN_4H', 4 * HOUR), whole('DUE_IN_1H', HOUR)]);
      const delayMs = (cameAt[1] ?? 0) - Date.parse(alarms[1]?.reachedAt ?? '');
      expect(delayMs).toBeGreaterThanOrEqual(0);
      console.log(`An alarm reached its subscriber ${String(delayMs)} ms after its stage.`);
      expect((await read(2)).alarms).toEqual(alarms);
    },
    60_000,
  );
});
