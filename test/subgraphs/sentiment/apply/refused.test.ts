import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSubject, Json } from '../../../../core/change.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { openMigratedMemory } from '../../../support/databases.ts';
import { serveSentiment, type ServedSentiment } from '../serve-sentiment.ts';
import { countyStory } from './county-story.ts';
import { emptied, held, stored, take } from './taking-over.ts';

/** A member of a payload, what it is put in place of, and what is said of that; undefined: it is missing. */
const UNFIT: readonly [ChangeSubject, string, Json | undefined, string][] = [
  ['OPINION_EVENT', 'severity', null, 'one of EMERGENCY MAJOR ORDINARY, got null'],
  ['OPINION_EVENT', 'severity', 'GRAVE', 'one of EMERGENCY MAJOR ORDINARY, got "GRAVE"'],
  ['OPINION_EVENT', 'status', 'DONE', 'one of OPEN RESPONDED CLOSED'],
  ['OPINION_EVENT', 'title', 5, 'text, got 5'],
  ['OPINION_EVENT', 'topic', undefined, 'text, got nothing'],
  ['OPINION_EVENT', 'places', '140522', '"places" to be a list of texts, got "140522"'],
  ['OPINION_EVENT', 'places', [140522], 'a list of texts'],
  ['OPINION_EVENT', 'detectedAt', '2026-11-23', 'an instant in UTC'],
  ['OPINION_EVENT', 'respondedAt', '2026-13-40T00:00:00.000Z', 'an instant in UTC'],
  ['OPINION_EVENT', 'isSample', 'false', 'true or false'],
  ['OPINION_RESPONSE', 'kind', 'JOKE', 'one of FIRST_WORD RESPONSE FINDINGS'],
  ['OPINION_RESPONSE', 'channels', ['RADIO'], 'a list of some of GOVERNMENT_WEBSITE'],
  ['OPINION_RESPONSE', 'refutes', [{ id: 'r' }], '.refutes[0]: expected "claim" to be text'],
  ['OPINION_RESPONSE', 'refutes', ['r'], 'a list of objects'],
  ['DEADLINE_ALARM', 'clock', 'REPLY', 'one of FIRST_WORD BRIEFING RESPONSE VERIFICATION'],
  ['DEADLINE_ALARM', 'opinionEventId', null, 'there, or "inquiryId", not both'],
  ['DEADLINE_ALARM', 'opinionEventId', 'unheard-of', ''],
  ['KNOWLEDGE_ANSWER', 'version', '1', 'a whole number'],
  ['KNOWLEDGE_ANSWER', 'version', 1.5, 'a whole number'],
  ['KNOWLEDGE_ANSWER', 'reviewOn', '2026-02-30', 'a day YYYY-MM-DD or null'],
  ['MONTHLY_FIGURES', 'month', '2026-13', 'a month YYYY-MM'],
  ['MONTHLY_FIGURES', 'month', '2026-09', 'the one that the id names'],
  ['MONTHLY_FIGURES', 'figures', [], 'an object'],
  ['MONTHLY_FIGURES', 'figures', {}, '.figures: expected "eventsDetected" to be a whole number, got nothing'],
];

describe('a payload that does not fit', () => {
  let county: ServedSentiment;
  let city: ServedSentiment;
  let entries: readonly HeldEntry[];
  beforeAll(async () => {
    county = await serveSentiment(await openMigratedMemory());
    city = await serveSentiment(await openMigratedMemory());
    await countyStory(county);
    entries = held(await county.entries());
  });
  afterAll(async () => {
    await county.close();
    await city.close();
  });
  beforeEach(() => emptied(city));

  const fits = (subject: ChangeSubject) => (one: HeldEntry) =>
    one.subject === subject && one.kind !== 'WITHDRAWN' && typeof one.payload['inquiryId'] !== 'string';
  const changed = (subject: ChangeSubject, member: string, value: Json | undefined) => {
    const entry = entries.findLast(fits(subject));
    if (entry === undefined) throw new Error(`Expected an entry of ${subject}, found none.`);
    const rest = Object.entries(entry.payload).filter(([name]) => name !== member);
    const payload = Object.fromEntries(value === undefined ? rest : [...rest, [member, value]]);
    return { others: entries.filter((one) => one !== entry), unfit: { ...entry, payload } };
  };

  it.each(UNFIT)('is refused by name and leaves nothing: %s with %s as %j', async (subject, member, value, said) => {
    const { others, unfit } = changed(subject, member, value);
    const before = await stored(city);
    const refusal = await take(city, [...others, unfit]).then(
      () => 'taken',
      (error: unknown) => String(error),
    );
    expect(refusal).toContain(`${subject} ${unfit.subjectId}`);
    expect(refusal).toContain(': expected ');
    expect(refusal).toContain(said);
    expect(await stored(city)).toBe(before);
  });

  it('is one of a statement whose event was never told of', async () => {
    const statement = entries.find(fits('OPINION_RESPONSE'));
    await expect(take(city, statement === undefined ? [] : [statement])).rejects.toThrow(/foreign key/);
  });

  it('is not one that says more than is known here', async () => {
    const more = entries.map((entry) =>
      entry.kind === 'WITHDRAWN' ? entry : { ...entry, payload: { ...entry.payload, mood: ['calm'] } },
    );
    await take(city, entries);
    const before = await stored(city);
    await emptied(city);
    await take(city, more);
    expect(await stored(city)).toBe(before);
  });
});
