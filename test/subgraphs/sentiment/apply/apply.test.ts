import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../../core/change.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { shown } from '../events.ts';
import { later } from '../opinion/offices.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { countyStory, type CountyStory } from './county-story.ts';
import { emptied, held, publicView, snapshotOf, stored, take } from './taking-over.ts';

/** A year of the working calendar, at which clocks in working days are counted anew. */
const yearOf = (year: number): NewEntry => ({
  ...{ kind: 'PUBLISHED', subject: 'WORKING_CALENDAR', subjectId: String(year), occurredAt: later(0) },
  ...{ regionCode: null, publisherId: null, payload: { holidays: [], workdays: [] } },
});

describe.each(DATABASE_KINDS)('what a county made public, taken over on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let county: ServedSentiment;
    let city: ServedSentiment;
    let story: CountyStory;
    let entries: readonly HeldEntry[];
    beforeAll(async () => {
      county = await serveSentiment(await openMigrated());
      city = await serveSentiment(await openMigrated());
      story = await countyStory(county);
      entries = held(await county.entries());
      city.clock.at = county.clock.at;
    });
    afterAll(async () => {
      await county.close();
      await city.close();
    });
    beforeEach(() => emptied(city));

    it('holds all that the test is about', () => {
      const stages = entries.filter(({ subject }) => subject === 'DEADLINE_ALARM').map(({ payload }) => payload);
      expect(new Set(stages.map(({ clock }) => clock))).toEqual(
        new Set(['FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION', 'REPLY']),
      );
      expect(stages.some(({ stage }) => stage === 'BREACHED')).toBe(true);
      expect(new Set(entries.map(({ subject, kind }) => `${subject} ${kind}`))).toEqual(
        new Set([
          ...['OPINION_EVENT PUBLISHED', 'OPINION_EVENT REVISED', 'OPINION_RESPONSE PUBLISHED'],
          ...['DEADLINE_ALARM PUBLISHED', 'MONTHLY_FIGURES PUBLISHED', 'MONTHLY_FIGURES REVISED'],
          ...['KNOWLEDGE_ANSWER PUBLISHED', 'KNOWLEDGE_ANSWER REVISED', 'KNOWLEDGE_ANSWER WITHDRAWN'],
        ]),
      );
    });

    it('is shown to the public as the county shows it', async () => {
      await take(city, entries);
      expect(await publicView(city)).toEqual(await publicView(county));
    });

    it('is the same whether it comes at once, one by one, or twice', async () => {
      await take(city, entries);
      const atOnce = await stored(city);
      await take(city, entries);
      expect(await stored(city)).toBe(atOnce);
      for (const entry of entries.slice(-20)) await take(city, [entry]);
      expect(await stored(city)).toBe(atOnce);
      await emptied(city);
      for (const entry of entries) await take(city, [entry]);
      expect(await stored(city)).toBe(atOnce);
    });

    it('is shown alike when only what stands now comes', async () => {
      await take(city, snapshotOf(entries));
      expect(await publicView(city)).toEqual(await publicView(county));
      await emptied(city);
      for (const entry of snapshotOf(entries)) await take(city, [entry]);
      expect(await publicView(city)).toEqual(await publicView(county));
    });

    it('counts in the performance of the clocks that the public can reckon', async () => {
      await take(city, snapshotOf(entries));
      const text = `{ responsePerformance(region: "140500", from: "2026-11-01", to: "2026-11-30") {
        clocks { kind metOnTime metLate running breached } } }`;
      const clocksOf = async (served: ServedSentiment) => {
        const { data } = (await served.ask(text)) as { data?: { responsePerformance: { clocks: { kind: string }[] } } };
        return data?.responsePerformance.clocks.filter(({ kind }) => kind !== 'VERIFICATION');
      };
      expect(await clocksOf(city)).toHaveLength(3);
      expect(await clocksOf(city)).toEqual(await clocksOf(county));
    });

    it('leaves an alarm of an inquiry in the log alone', async () => {
      const alarms = entries.filter(({ payload }) => typeof payload['inquiryId'] === 'string');
      expect(alarms).not.toEqual([]);
      await take(city, alarms);
      expect(await stored(city)).not.toContain(alarms[0]?.subjectId);
    });

    it('writes nothing when what comes is here already', async () => {
      await take(city, entries);
      const writes = async () => {
        const { rows } = await city.database.pool.query<{ written: string }>(
          `select string_agg(t.xmin::text, ' ' order by t.id) as written from sentiment.opinion_event t`,
        );
        return rows[0]?.written;
      };
      const before = await writes();
      await take(city, entries);
      expect(await writes()).toBe(before);
    });

    it('says no more of a verification than the log tells: its clock binds nobody here', async () => {
      await take(city, entries);
      const fields = 'verificationDueAt deadlines(includeDropped: true) { kind state isOverdue alarms { stage } }';
      const { verificationDueAt, deadlines } = (await shown(city, story.verifying, fields)) as {
        verificationDueAt: string;
        deadlines: { kind: string }[];
      };
      expect(verificationDueAt).toBe(later(24).toISOString());
      const shownByCounty = (await shown(county, story.verifying, fields)) as {
        deadlines: { kind: string; alarms: object }[];
      };
      const breached = shownByCounty.deadlines.find(({ kind }) => kind === 'VERIFICATION');
      expect(deadlines.find(({ kind }) => kind === 'VERIFICATION')).toEqual({
        ...{ kind: 'VERIFICATION', state: 'DROPPED', isOverdue: false, alarms: breached?.alarms },
      });
    });

    it.each([
      ['as it is taken over', 'set round = round'],
      ['even if a stage of its clocks is set', "set next_stage = 'BREACHED', next_alarm_at = due_at"],
      ['even if its clocks run in days', "set next_alarm_at = due_at, unit = 'WORKING_DAY', days = 1"],
    ])('tells of no alarm here, however long the chores run, %s', async (_name, change) => {
      await take(city, entries);
      await city.database.pool.query(`update sentiment.response_clock ${change}`);
      const before = await stored(city);
      city.clock.at = later(10_000);
      await city.chores();
      await city.tell(yearOf(2026));
      expect(await stored(city)).toBe(before);
      expect((await city.entries()).filter(({ subject }) => subject === 'DEADLINE_ALARM')).toEqual([]);
      city.clock.at = county.clock.at;
    });

    it('is not handled here, not even by steps that come to no entry', async () => {
      await take(city, entries);
      const text = `mutation ($event: ID!) { recordRumour(event: $event, claim: "断水") { __typename } }`;
      const { errors } = await city.ask(text, { event: story.waiting }, staff('PUBLISHER'));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', heldFrom: '140521' });
    });
  });
});
