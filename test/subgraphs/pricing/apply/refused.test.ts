import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { addInstitutions, type FilledPricing } from '../filled-pricing.ts';
import { emptied, entriesOf, filesOf, line, publish, startGround, stored, take } from './taking-over.ts';

const LINES = ['001', '002', '003', '004', '005'].map((code) => line(code, '10'));

describe('what is refused of another hub', () => {
  let county: FilledPricing;
  let city: FilledPricing;
  let entries: readonly HeldEntry[];
  /** Takes entries that must be refused, and looks whether anything was left of them. */
  const refused = async (some: readonly HeldEntry[], rewrite?: (lines: string[]) => string[]): Promise<string> => {
    const before = await stored(city);
    const outcome = await take(city, some, filesOf(county, rewrite).files).then(
      () => 'taken',
      (error: unknown) => (error as Error).message,
    );
    expect(await stored(city)).toBe(before);
    return outcome;
  };

  beforeAll(async () => {
    const [embedded] = DATABASE_KINDS;
    [county, city] = [await startGround(embedded), await startGround(embedded)];
    await addInstitutions(county.db, { hospital: '140521' });
    await addInstitutions(city.db, { hospital: '140521', elsewhere: '140522' });
    await publish(county, '2026-11-25', LINES);
    await publish(county, '2026-12-01', [line('001', '11'), ...LINES.slice(1, 4)]);
    entries = await entriesOf(county);
  }, 60_000);
  beforeEach(() => emptied(city));
  afterAll(async () => {
    await city.close();
    await county.close();
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['without its last line', (lines) => lines.slice(0, -1), /expected of its file a last line that counts 5 periods/],
    ['with a period less', (lines) => lines.toSpliced(2, 1), /a last line that counts 4 periods/],
    ['with something behind its end', (lines) => [...lines, ...lines.slice(1, 2)], /nothing behind the last line/],
    ['that is empty', () => [], /expected of its file a last line/],
    ['without its first line', (lines) => lines.slice(1), /a first line that names the list/],
    ['of another list', (lines) => lines.with(0, '{"list":{"id":"other"}}'), /a first line that names the list/],
    ['with an altered price', (lines) => changed(lines, '"amount":"10"', '"amount":"1"'), /expected 5 prices .* got 5/],
    ['with a rounded price', (lines) => changed(lines, '"10"', '"10.00005"'), /expected 5 prices/],
    [
      'with an ended price',
      (lines) => changed(lines, '"endedOn":"2026-12-01"', '"endedOn":"2026-11-20"'),
      /got 4 with/,
    ],
    ['with a price kept back', (lines) => changed(lines.toSpliced(2, 1), '"count":5', '"count":4'), /got 4 with/],
    ['with the price of another list', (lines) => changed(lines, '","code"', '","list":"x","code"'), /got 4 with/],
    ['with two prices in a line', (lines) => lines.with(1, [lines[1], '{"id":"zz"}'].join()), /expected/],
    ['with a line that is no JSON', (lines) => lines.with(3, '{"id":'), /json/i],
    ['with a line that has no id', (lines) => lines.with(3, '{}'), /expected every line of its file|null value/],
    ['with an unknown mode', (lines) => changed(lines, 'GOVERNMENT_GUIDED', 'FREE'), /FREE/],
  ])('a file %s', async (_what, rewrite, message) => {
    const [first] = entries;
    expect(await refused(first === undefined ? [] : [first], rewrite)).toMatch(message);
  });

  it.each<[string, Record<string, null | string | number>, RegExp]>([
    ['of an unknown kind', { kind: 'FOOD' }, /PRICE_LIST .*"kind" to be one of SERVICE DRUG CONSUMABLE, got "FOOD"/],
    ['with too few prices', { rows: 4 }, /expected 4 prices/],
    ['with another digest', { rowsDigest: 'f'.repeat(64) }, /got 5 with/],
    ['with no digest', { rowsDigest: '' }, /SHA-256/],
    ['that begins on no day', { effectiveOn: '2026-02-30' }, /"effectiveOn" to be a day/],
    ['without an instant', { publishedAt: 'now' }, /"publishedAt"/],
    ['of another institution than its entry', { institution: 'elsewhere' }, /"institution" to be that of the entry/],
    ['of another region than its entry', { region: '140522' }, /"region" to be that of the entry, 140521/],
    ['in no currency', { currency: '元' }, /"currency"/],
  ])('a list %s', async (_what, payload, message) => {
    const [first] = entries;
    expect(await refused(first === undefined ? [] : [withPayload(first, payload)])).toMatch(message);
  });

  it('prices of an institution that lies in another region than the hub answers for', async () => {
    const [first] = entries;
    if (first === undefined) throw new Error('Expected a list.');
    const others = { ...withPayload(first, { institution: 'elsewhere' }), publisherId: 'elsewhere' };
    expect(await refused([others])).toMatch(
      /expected the prices of an institution in 140521, got those of one in 140522/,
    );
  });

  it('lists and prices that are here as those of another institution', async () => {
    await take(city, entries, filesOf(county).files);
    const foreign = entries.map((entry) => ({ ...withPayload(entry, { institution: 'x' }), publisherId: 'x' }));
    expect(await refused(foreign.slice(0, 1))).toMatch(/expected it to hold SERVICE prices of hospital/);
    const ended = entries.find(({ subject, payload }) => subject === 'PRICE' && payload['hasEnded'] === true);
    if (ended === undefined) throw new Error('Expected a price that ended.');
    const another = { ...withPayload(ended, { institutionId: 'x' }), publisherId: 'x' };
    expect(await refused([another])).toMatch(/PRICE .*: expected a price of the institution/);
    expect(await refused([{ ...another, kind: 'WITHDRAWN' }])).toMatch(/PRICE .* to be withdrawn by the institution/);
    await city.database.pool.query(`UPDATE pricing.price SET institution_id = 'x' WHERE code = '002'`);
    await city.database.pool.query(`UPDATE pricing.price_list SET rows_digest = ''`);
    expect(await refused(entries.slice(0, 1))).toMatch(
      /expected its file to hold SERVICE prices of hospital, got price/,
    );
  });

  it.each<[string, Record<string, null | string | boolean>, RegExp]>([
    ['of another institution than its entry', { institutionId: 'x' }, /"institutionId" to be that of the entry/],
    ['that has ended on no day', { hasEnded: true, endedOn: null }, /PRICE .*"endedOn" to be a day/],
    ['that may have ended', { hasEnded: null }, /"hasEnded" to be true or false/],
    ['of no list', { listId: null }, /"listId" to be text/],
  ])('a price %s', async (_what, payload, message) => {
    const price = entries.find(({ subject }) => subject === 'PRICE');
    expect(await refused(price === undefined ? [] : [withPayload(price, payload)])).toMatch(message);
  });

  it('a list that says the right of itself once the ones before it prove it wrong', async () => {
    const [first, second] = entries.filter(({ subject }) => subject === 'PRICE_LIST');
    if (first === undefined || second === undefined) throw new Error('Expected two lists.');
    await take(city, [withPayload(second, { rows: 3 })], filesOf(county).files);
    expect(await refused([first])).toContain(`PRICE_LIST ${second.subjectId}: expected 3 prices`);
  });
});

function changed(lines: readonly string[], from: string, to: string): string[] {
  const place = lines.findIndex((one) => one.includes(from));
  return lines.with(place, (lines[place] ?? '').replace(from, to));
}

function withPayload(entry: HeldEntry, payload: Record<string, null | string | number | boolean>): HeldEntry {
  return { ...entry, payload: { ...entry.payload, ...payload } };
}
