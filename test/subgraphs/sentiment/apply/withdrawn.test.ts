import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSubject } from '../../../../core/change.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { openMigratedMemory } from '../../../support/databases.ts';
import { shown } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { countyStory, type CountyStory } from './county-story.ts';
import { emptied, held, publicView, stored, take } from './taking-over.ts';

describe('what is withdrawn where it comes from', () => {
  let county: ServedSentiment;
  let city: ServedSentiment;
  let story: CountyStory;
  let entries: readonly HeldEntry[];
  beforeAll(async () => {
    county = await serveSentiment(await openMigratedMemory());
    city = await serveSentiment(await openMigratedMemory());
    story = await countyStory(county);
    entries = held(await county.entries());
    city.clock.at = county.clock.at;
  });
  afterAll(async () => {
    await county.close();
    await city.close();
  });
  beforeEach(() => emptied(city));

  const last = (subject: ChangeSubject, subjectId?: string): HeldEntry => {
    const fits = (one: HeldEntry) => one.subject === subject && (subjectId ?? one.subjectId) === one.subjectId;
    const found = entries.findLast((one) => fits(one) && typeof one.payload['inquiryId'] !== 'string');
    if (found === undefined) throw new Error(`Expected an entry of ${subject}, found none.`);
    return found;
  };
  const tombstone = (entry: HeldEntry): HeldEntry => ({
    ...entry,
    ...{ id: `${entry.id} withdrawn`, kind: 'WITHDRAWN', payload: { reason: 'PUBLISHED_IN_ERROR', note: null } },
  });
  const answer = async (id: string, viewer = staff('EDITOR')) =>
    (await city.ask('query ($id: ID!) { knowledgeAnswer(id: $id) { id question withdrawnAt } }', { id }, viewer)).data;

  it('shows an answer of the knowledge base to staff alone, withdrawn when it was', async () => {
    const ofAnswer = entries.filter(({ subjectId }) => subjectId === story.withdrawn);
    for (const entry of ofAnswer) await take(city, [entry]);
    const { data } = await city.ask(`{ knowledgeAnswer(id: "${story.withdrawn}") { id } }`);
    expect(data).toEqual({ knowledgeAnswer: null });
    expect(await answer(story.withdrawn)).toEqual({
      knowledgeAnswer: {
        ...{ id: story.withdrawn, question: '旧问题' },
        withdrawnAt: last('KNOWLEDGE_ANSWER', story.withdrawn).occurredAt.toISOString(),
      },
    });
    await take(city, ofAnswer.slice(0, 1));
    expect(await answer(story.withdrawn)).toMatchObject({ knowledgeAnswer: { withdrawnAt: null } });
  });

  it('takes an event away with all that belongs to it, and brings it back when it is published again', async () => {
    await take(city, entries);
    const event = last('OPINION_EVENT', story.emergency);
    await take(city, [tombstone(event)]);
    expect(await shown(city, story.emergency, 'id')).toBeNull();
    expect(await stored(city)).not.toContain(story.emergency);
    const ofEvent = entries.filter(({ payload }) =>
      [payload['event'], payload['opinionEventId']].includes(story.emergency),
    );
    await take(city, [event, ...ofEvent]);
    expect(await publicView(city)).toEqual(await publicView(county));
  });

  it('takes away what comes with an event that is withdrawn in the same batch', async () => {
    const event = last('OPINION_EVENT', story.emergency);
    await take(city, [...entries, tombstone(event)]);
    expect(await stored(city)).not.toContain(story.emergency);
    expect(await shown(city, story.waiting, 'id')).toEqual({ id: story.waiting });
  });

  it.each(['OPINION_RESPONSE', 'DEADLINE_ALARM', 'MONTHLY_FIGURES'] as const)(
    'takes away a record of %s, and brings it back when it is published again',
    async (subject) => {
      await take(city, entries);
      const before = await stored(city);
      const entry = last(subject);
      await take(city, [tombstone(entry)]);
      expect(await stored(city)).not.toContain(`"id":"${entry.subjectId}"`);
      await take(city, [tombstone(entry)]);
      await take(city, [entry]);
      expect(await stored(city)).toBe(before);
    },
  );

  it('takes the rumours of a statement away with it, and opens what the statement had stopped', async () => {
    await take(city, entries);
    const findings = entries.find(({ payload }) => payload['kind'] === 'FINDINGS');
    if (findings === undefined) throw new Error('Expected findings in the story.');
    await take(city, [tombstone(findings)]);
    expect(await shown(city, story.emergency, 'rumours { id } deadlines { kind state }')).toEqual({
      rumours: [],
      deadlines: [
        { kind: 'FIRST_WORD', state: 'MET' },
        { kind: 'BRIEFING', state: 'BREACHED' },
        { kind: 'RESPONSE', state: 'BREACHED' },
      ],
    });
  });

  it('does no harm where nothing was', async () => {
    const before = await stored(city);
    const subjects = ['OPINION_EVENT', 'OPINION_RESPONSE', 'DEADLINE_ALARM', 'KNOWLEDGE_ANSWER', 'MONTHLY_FIGURES'];
    await take(
      city,
      (subjects as ChangeSubject[]).map((subject) => tombstone(last(subject))),
    );
    expect(await stored(city)).toBe(before);
  });
});
