import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../feed/entry.ts';
import { sentimentSampleData } from '../../../prisma/sample/sample.ts';
import { transact } from '../../../subgraphs/kit/transact.ts';
import { loadSample } from '../../../subgraphs/sentiment/sample.ts';
import { openClient } from '../../../subgraphs/sentiment/store/database.ts';
import { openMigratedMemory } from '../../support/databases.ts';
import { serveSentiment, type ServedSentiment } from './serve-sentiment.ts';

const { events } = sentimentSampleData();

describe('the sample of opinion events', () => {
  let served: ServedSentiment;
  let entries: readonly LogEntry[];
  beforeAll(async () => {
    served = await serveSentiment(await openMigratedMemory());
    const db = openClient(served.database.pool);
    await transact({ db, log: served.log }, loadSample);
    await db.$disconnect();
    entries = await served.entries();
  });
  afterAll(() => served.close());

  it('stands in the lists, each event with its state and its answers', async () => {
    const text = `query ($id: ID!) { opinionEvent(id: $id) {
      status severity region { code } responsible { id } isSample responses { id channels } } }`;
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      const { data, errors } = await served.ask(text, { id: event.id });
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        opinionEvent: {
          status: event.status,
          severity: event.severity,
          region: { code: event.regionCode },
          responsible: { id: event.responsibleId },
          isSample: event.isSample,
          responses: event.responses.map(({ id, channels }) => ({ id, channels })),
        },
      });
    }
  });

  it('is told to the log as it happened: recorded as open first, and last as it stands now', () => {
    for (const event of events) {
      const told = entries.filter(({ subjectId }) => subjectId === event.id);
      expect(told[0]).toMatchObject({ kind: 'PUBLISHED', payload: { status: 'OPEN', respondedAt: null } });
      expect(told.at(-1)?.payload).toMatchObject({
        status: event.status,
        respondedAt: event.responses[0]?.publishedAt.toISOString() ?? null,
        closedAt: event.closedAt?.toISOString() ?? null,
      });
      expect(told.slice(1).every(({ kind }) => kind === 'REVISED')).toBe(true);
    }
    const instants = entries.map(({ occurredAt }) => occurredAt.getTime());
    expect(instants).toEqual([...instants].sort((first, second) => first - second));
  });

  it('tells of each answer once, with the catalogue items that it falls under', () => {
    const answers = entries.filter(({ subject }) => subject === 'OPINION_RESPONSE');
    const expected = events.flatMap(({ responses }) =>
      responses.map(({ id, catalogueItemIds }) => [id, catalogueItemIds]),
    );
    const byId = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1);
    expect(answers.map(({ subjectId, catalogueItemIds }) => [subjectId, catalogueItemIds]).sort(byId)).toEqual(
      expected.sort(byId),
    );
  });

  it('keeps every summary and account out of the log', () => {
    const told = JSON.stringify(entries);
    expect(events.filter(({ summary, recordedBy }) => told.includes(summary) || told.includes(recordedBy))).toEqual([]);
  });
});
