import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { addInstitutions, type FilledPricing } from '../filled-pricing.ts';
import { entriesOf, filesOf, line, publish, startGround, stored, take, unproved } from './taking-over.ts';

const price = fc.record({ code: fc.constantFrom('1', '2', '3', '4'), amount: fc.constantFrom('0', '7', '0.1265') });
const list = fc.uniqueArray(price, { selector: ({ code }) => code, minLength: 1, maxLength: 4 });
/** Lists, each published on the day of the one before or some days later. */
const lists = fc.array(fc.tuple(list, fc.constantFrom(0, 1, 5)), { minLength: 1, maxLength: 5 });
const story = fc.record({ lists, places: fc.infiniteStream(fc.nat()), takesAtOnce: fc.nat(3) });

describe('any lists of a hospital', () => {
  let county: FilledPricing;
  let city: FilledPricing;
  const seen = new Set<string>();
  const news = async (): Promise<HeldEntry[]> => {
    const found = (await entriesOf(county)).filter(({ id }) => !seen.has(id));
    for (const { id } of found) seen.add(id);
    return found;
  };

  beforeAll(async () => {
    const [embedded] = DATABASE_KINDS;
    [county, city] = [await startGround(embedded), await startGround(embedded)];
  }, 60_000);
  afterAll(async () => {
    await city.close();
    await county.close();
  });

  it('come to what they are where they were published, in every order, sooner or later', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ lists: published, places, takesAtOnce }) => {
        const institution = randomUUID();
        await addInstitutions(county.db, { [institution]: '140521' });
        const waiting: HeldEntry[] = [];
        const takeOne = async () => {
          const [one] = waiting.splice((places.next().value ?? 0) % waiting.length, 1);
          if (one !== undefined) await take(city, [one], filesOf(county).files);
        };
        let day = 1;
        for (const [prices, later] of published) {
          day += later;
          const lines = prices.map(({ code, amount }) => line(code, amount));
          await publish(county, `2026-12-${String(day).padStart(2, '0')}`, lines, institution);
          waiting.push(...(await news()));
          for (let taken = 0; taken < takesAtOnce && waiting.length > 0; taken += 1) await takeOne();
        }
        while (waiting.length > 0) await takeOne();
        expect(await stored(city)).toBe(await stored(county));
        expect(await unproved(city)).toBe(0);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
