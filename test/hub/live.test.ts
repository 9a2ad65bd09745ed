import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const RECORD = `mutation ($input: RecordOpinionEventInput!) {
  recordOpinionEvent(input: $input) { __typename ... on OpinionEvent { id } ... on Refused { refusals { message } } }
}`;
const LIVE = `subscription ($after: Cursor) {
  disclosures(after: $after, filter: { subjects: [OPINION_EVENT], regions: ["140524"] }) {
    cursor
    region { name }
    opinionEvent { id title severity }
  }
}`;

interface Event {
  readonly cursor: string;
  readonly region: { readonly name: string } | null;
  readonly opinionEvent: { readonly id: string; readonly title: string } | null;
}

describe.each(PLACEMENTS)('live disclosures of the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let token: string;
  let head: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start();
    token = await hub.token('PUBLISHER', '140500');
    const answer = await hub.ask('{ changes(first: 1) { head } }');
    head = (answer.data as { changes: { head: string } }).changes.head;
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const record = async (title: string): Promise<string> => {
    const input = {
      region: '140524',
      title,
      source: 'OTHER',
      detectedAt: '2026-11-01T00:00:00Z',
      severity: 'ORDINARY',
    };
    const answer = await hub.ask(RECORD, { input }, token);
    return (answer.data as { recordOpinionEvent: { id: string } }).recordOpinionEvent.id;
  };

  /** Reads events over WebSocket after a cursor until `enough` says so, then goes away without a word. */
  const read = async (after: string | null, enough: (events: readonly Event[]) => boolean): Promise<Event[]> => {
    const client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    const events: Event[] = [];
    for await (const { data, errors } of client.iterate<{ disclosures: Event }>({
      query: LIVE,
      variables: { after },
    })) {
      expect(errors).toBeUndefined();
      if (data != null) events.push(data.disclosures);
      if (enough(events)) break;
    }
    client.terminate();
    await client.dispose();
    return events;
  };

  it.skipIf(!isAvailable)(
    'give a subscriber who is cut off again and again every event once, in order',
    async () => {
      const titles = Array.from({ length: 60 }, (_one, number) => `事件${String(number)}`);
      const written = (async () => {
        for (let start = 0; start < titles.length; start += 4)
          await Promise.all(titles.slice(start, start + 4).map(record));
      })();
      const events: Event[] = [];
      let cuts = 0;
      while (events.length < titles.length) {
        const more = await read(
          events.at(-1)?.cursor ?? head,
          (now) => now.length >= 3 || events.length + now.length === titles.length,
        );
        events.push(...more);
        cuts += 1;
      }
      await written;
      expect(cuts).toBeGreaterThanOrEqual(20);
      const seen = events.map(({ opinionEvent }) => opinionEvent?.title);
      expect(seen.toSorted()).toEqual(titles.toSorted());
      expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(titles.length);
      expect(events[0]?.region?.name).toBe('陵川县');
      const pages = await hub.ask(
        `query ($after: Cursor) { changes(after: $after, first: 1000, filter: { subjects: [OPINION_EVENT], regions: ["140524"] }) { nodes { cursor } } }`,
        { after: head },
      );
      const { nodes } = (pages.data as { changes: { nodes: { cursor: string }[] } }).changes;
      expect(events.map(({ cursor }) => cursor)).toEqual(nodes.map(({ cursor }) => cursor));
    },
    60_000,
  );

  it.skipIf(!isAvailable)(
    'come as server-sent events with their cursor as id, and go on after Last-Event-ID',
    async () => {
      const query = `subscription { disclosures(filter: { regions: ["140524"] }) { opinionEvent { title } } }`;
      const address = `${hub.url}?query=${encodeURIComponent(query)}`;
      const next = async (lastEventId: string): Promise<{ id: string; title: string }> => {
        const gone = new AbortController();
        const headers = { accept: 'text/event-stream', 'last-event-id': lastEventId };
        const response = await fetch(address, { headers, signal: gone.signal });
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        const reader = response.body?.getReader();
        let text = '';
        for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
          text += Buffer.from(chunk.value as Uint8Array).toString('utf8');
          const [id, title] = [/^id: ?(.+)\n(?=event|data)/m.exec(text)?.[1], /"title":"([^"]+)"/.exec(text)?.[1]];
          if (id === undefined || title === undefined) continue;
          gone.abort();
          return { id, title };
        }
        throw new Error('Expected an event, got the end of the stream');
      };
      const at = (await hub.ask('{ changes(first: 1) { head } }')).data as { changes: { head: string } };
      await record('甲');
      await record('乙');
      const first = await next(at.changes.head);
      expect(first.title).toBe('甲');
      expect((await next(first.id)).title).toBe('乙');
    },
  );

  it.skipIf(!isAvailable)('refuse a cursor that is none, and one of another hub', async () => {
    for (const [after, code] of [
      ['nonsense', 'CURSOR_INVALID'],
      [head.slice(0, 4) + head.slice(4).toUpperCase(), 'CURSOR_'],
    ] as const) {
      const answer = await hub.ask('query ($after: Cursor) { changes(after: $after, first: 1) { head } }', { after });
      expect(answer.errors?.[0]?.extensions?.['code']).toContain(code);
    }
  });
});
