import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateOf, startOfDay, civilDate } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { serveSentiment, type ServedSentiment } from '../serve-sentiment.ts';
import { store, type StoredEvent } from '../stored-events.ts';

const HOUR = 3_600_000;
const DUE_HOURS = { EMERGENCY: 5, MAJOR: 24, ORDINARY: 48 } as const;
const SEVERITIES = ['EMERGENCY', 'MAJOR', 'ORDINARY'] as const;
const TEXT = `query ($region: ID!, $from: Date!, $to: Date!) {
  responsePerformance(region: $region, from: $from, to: $to) {
    events respondedOnTime respondedLate open overdue onTimeRate medianHoursToRespond
    bySeverity { severity events respondedOnTime respondedLate open overdue onTimeRate medianHoursToRespond } } }`;

/** The same, one event at a time and without SQL. */
function naive(events: readonly StoredEvent[], now: Date) {
  const due = ({ detectedAt, severity }: StoredEvent) => detectedAt.getTime() + DUE_HOURS[severity] * HOUR;
  const hours = events
    .flatMap(({ detectedAt, respondedAt }) =>
      respondedAt === null ? [] : [(respondedAt.getTime() - detectedAt.getTime()) / HOUR],
    )
    .sort((a, b) => a - b);
  const [low, high] = [hours[Math.ceil(hours.length / 2) - 1], hours[Math.floor(hours.length / 2)]];
  const onTime = events.filter(
    (event) => event.respondedAt !== null && event.respondedAt.getTime() <= due(event),
  ).length;
  const open = events.filter(({ respondedAt }) => respondedAt === null);
  const overdue = open.filter((event) => now.getTime() > due(event)).length;
  const known = events.length - open.length + overdue;
  return {
    events: events.length,
    respondedOnTime: onTime,
    respondedLate: events.length - open.length - onTime,
    open: open.length,
    overdue,
    onTimeRate: known === 0 ? null : onTime / known,
    medianHoursToRespond: low === undefined || high === undefined ? null : (low + high) / 2,
  };
}

const NOW = new Date('2026-11-23T02:00:00.000Z');
const START = Date.parse('2026-11-18T16:00:00.000Z');
const anEvent = fc.record({
  regionCode: fc.constantFrom('140500', '140521', '140522', '140428'),
  severity: fc.constantFrom(...SEVERITIES),
  detectedHours: fc.integer({ min: 0, max: 100 }),
  // The due instants themselves, a millisecond to either side, and anything else.
  respondedMs: fc.option(
    fc.oneof(
      fc
        .constantFrom(...Object.values(DUE_HOURS))
        .chain((hours) => fc.constantFrom(-1, 0, 1).map((ms) => hours * HOUR + ms)),
      fc.integer({ min: 0, max: 60 * HOUR }),
    ),
    { nil: null },
  ),
});

describe.each(DATABASE_KINDS)('response performance on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      served.clock.at = NOW;
    });
    afterAll(() => served.close());

    const asked = async (region: string, from: string, to: string) => served.ask(TEXT, { region, from, to });

    it('is what counting one event after another gives, by one statement', { timeout: 60_000 }, async () => {
      const days = fc.tuple(fc.integer({ min: 17, max: 25 }), fc.integer({ min: 0, max: 6 }));
      const region = fc.constantFrom('140000', '140500', '140521');
      await fc.assert(
        fc.asyncProperty(fc.array(anEvent, { maxLength: 25 }), days, region, async (made, [first, more], code) => {
          const events = made.map(({ regionCode, severity, detectedHours, respondedMs }, index): StoredEvent => {
            const detectedAt = new Date(START + detectedHours * HOUR);
            const respondedAt = respondedMs === null ? null : new Date(detectedAt.getTime() + respondedMs);
            return { id: `event-${String(index)}`, regionCode, severity, detectedAt, respondedAt };
          });
          await store(served, events);
          served.statements();
          const [from, to] = [`2026-11-${String(first)}`, `2026-11-${String(first + Math.min(more, 5))}`];
          const { data, errors } = await asked(code, from, to);
          expect(errors).toBeUndefined();
          expect(served.statements()).toHaveLength(1);

          const prefix = code.replace(/(?:00)+$/, '');
          const counted = events.filter(({ regionCode, detectedAt }) => {
            const day = civilDateOf(detectedAt);
            return regionCode.startsWith(prefix) && from <= day && day <= to;
          });
          const bySeverity = SEVERITIES.flatMap((severity) => {
            const those = counted.filter((event) => event.severity === severity);
            return those.length === 0 ? [] : [{ severity, ...naive(those, NOW) }];
          });
          const { medianHoursToRespond: median, ...whole } = naive(counted, NOW);
          const found = (data as { responsePerformance: Record<string, unknown> }).responsePerformance;
          expect(found).toMatchObject(whole);
          expect(found['bySeverity']).toEqual(
            bySeverity.map((one) => ({
              ...one,
              medianHoursToRespond:
                one.medianHoursToRespond === null ? null : (expect.closeTo(one.medianHoursToRespond, 6) as number),
            })),
          );
          if (median === null) expect(found['medianHoursToRespond']).toBeNull();
          else expect(found['medianHoursToRespond']).toBeCloseTo(median, 6);
        }),
        { numRuns: 60 },
      );
    });

    it('counts an event by the day of its detection in Shanghai, from midnight to midnight', async () => {
      const day = startOfDay(civilDate('2026-11-20')).getTime();
      const at = (ms: number, id: string): StoredEvent => ({
        id,
        regionCode: '140521',
        severity: 'ORDINARY',
        detectedAt: new Date(ms),
        respondedAt: null,
      });
      await store(served, [
        at(day - 1, 'before'),
        at(day, 'first'),
        at(day + 24 * HOUR - 1, 'last'),
        at(day + 24 * HOUR, 'after'),
      ]);
      const { data } = await asked('140521', '2026-11-20', '2026-11-20');
      expect(data).toMatchObject({ responsePerformance: { events: 2 } });
    });

    it('counts an answer at the due instant as on time, and an event as overdue only after it', async () => {
      const detectedAt = new Date(NOW.getTime() - 5 * HOUR);
      const event: Omit<StoredEvent, 'id' | 'respondedAt'> = {
        regionCode: '140521',
        severity: 'EMERGENCY',
        detectedAt,
      };
      await store(served, [
        { ...event, id: 'answered', respondedAt: NOW },
        { ...event, id: 'open', respondedAt: null },
      ]);
      const answer = async () => (await asked('140521', '2026-11-20', '2026-11-23')).data;
      expect(await answer()).toMatchObject({ responsePerformance: { respondedOnTime: 1, overdue: 0, onTimeRate: 1 } });
      served.clock.at = new Date(NOW.getTime() + 1);
      expect(await answer()).toMatchObject({
        responsePerformance: { respondedOnTime: 1, overdue: 1, onTimeRate: 0.5 },
      });
    });

    it('is all noughts, and no rate, where nothing was detected', async () => {
      await store(served, []);
      expect((await asked('140521', '0001-01-01', '9999-12-31')).data).toEqual({
        responsePerformance: {
          events: 0,
          respondedOnTime: 0,
          respondedLate: 0,
          open: 0,
          overdue: 0,
          onTimeRate: null,
          medianHoursToRespond: null,
          bySeverity: [],
        },
      });
    });

    it.each([
      ['a period that ends before it begins', '140521', '2026-11-21', '2026-11-20'],
      ['a region code that is none', '14052', '2026-11-20', '2026-11-20'],
    ])('refuses %s', async (_what, region, from, to) => {
      const { errors } = await asked(region, from, to);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    });
  });
});
