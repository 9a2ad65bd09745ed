import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChargeMemory, hashText } from '../../../../subgraphs/pricing/rules/cms/charge-memory.ts';
import { cmsReader } from '../../../../subgraphs/pricing/rules/cms/cms-reader.ts';
import { OPTIONS, rowsOf, sharedText } from './reading.ts';

describe('the memory of charges', () => {
  it('answers as a map of the texts would, however many they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20_000), fc.nat(2)), { minLength: 1, maxLength: 20_000, size: 'max' }),
        (charges) => {
          const memory = new ChargeMemory();
          const known = new Map<number, number>();
          for (const [charge, words] of charges) {
            const before = known.get(charge);
            if (before === undefined) known.set(charge, words);
            const expected = before === undefined ? 'NEW' : before === words ? 'SAME' : 'OTHER_WORDS';
            if (memory.take(hashText(String(charge)), hashText(`w${String(words)}`)) !== expected)
              throw new Error(`${String(charge)} ${String(words)}`);
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  it('tells apart 300,000 charges that differ in a digit', () => {
    const memory = new ChargeMemory();
    const root = hashText('an item of some length; outpatient');
    let news = 0;
    for (let index = 0; index < 300_000; index += 1) {
      if (memory.take(hashText(String(index), root), root) === 'NEW') news += 1;
    }
    expect(news).toBe(300_000);
  });

  it('minds where one text ends and the next begins', () => {
    expect(hashText('c', hashText('ab'))).not.toEqual(hashText('bc', hashText('a')));
    expect(hashText('', hashText('ab'))).not.toEqual(hashText('ab'));
  });
});

describe('a tall file that names its payers one after another', () => {
  it('gives each charge of an item once, in time that grows with the rows', async () => {
    const tall = rowsOf(await sharedText('cms/v3.0.0-tall-example.csv'));
    const model = tall[3]?.cells ?? [];
    const reader = cmsReader(OPTIONS);
    reader.take(tall.slice(0, 3));
    const [items, payers] = [5_000, 10];
    const before = process.cpuUsage();
    let prices = 0;
    for (let payer = 0; payer < payers; payer += 1) {
      const rows = Array.from({ length: items }, (_none, item) => {
        const cells = model.map((cell, at) =>
          at === 0 ? `Item ${String(item)}` : at === 10 ? `Payer ${String(payer)}` : cell,
        );
        return { number: 4 + payer * items + item, cells };
      });
      prices += reader.take(rows).prices.length;
    }
    expect(prices).toBe(items * 4 + items * payers);
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });
});
