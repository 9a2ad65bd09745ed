import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsOf, readJson, readRows, rowsOf, sharedText, type Read } from './reading.ts';
import { jsonText, tallText, wideText, type WrittenItem, type WrittenPayer } from './written.ts';

const said = (read: Read): string[] => read.prices.map(({ price }) => JSON.stringify(price)).sort();

/** An amount above zero, digit by digit: leading zeros and those at the end are left to the two forms of rows. */
const amount = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, places]) => (places === 0 ? String(whole) : `${String(whole)}.${String(places).padStart(4, '0')}`));

const word = fc.stringMatching(/^[A-Za-z0-9,"\n €中é-]{0,12}[A-Za-z0-9中]$/).map((text) => text.trim());

const agreed: fc.Arbitrary<WrittenPayer> = fc
  .record({
    payer: fc.constantFrom('Aetna', 'Blue, "Cross"', '蓝十字'),
    plan: fc.constantFrom('PPO', 'HMO'),
    methodology: fc.constantFrom('case rate', 'fee schedule', 'per diem', 'percent of total billed charges'),
    charge: fc.oneof(
      amount.map((dollar) => ({ dollar })),
      fc.record({ percentage: amount, count: fc.constant('12'), median: amount, tenth: amount, ninetieth: amount }),
      fc.record({ algorithm: word, count: fc.constant('0'), notes: word }),
    ),
  })
  .map(({ charge, ...rest }) => ({ ...rest, ...charge }));

const item: fc.Arbitrary<WrittenItem> = fc
  .record(
    {
      description: word,
      codes: fc.array(
        fc.record({
          code: fc.stringMatching(/^[A-Z0-9]{1,5}$/),
          type: fc.constantFrom('HCPCS', 'CPT', 'RC', 'CDM', 'MS-DRG'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      setting: fc.constantFrom('inpatient', 'outpatient', 'both'),
      modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { minLength: 1, maxLength: 2 }),
      drug: fc.record({ unit: amount, type: fc.constantFrom('ML', 'UN') }),
      cash: amount,
      gross: amount,
      payers: fc.uniqueArray(agreed, { maxLength: 4, selector: ({ payer, plan }) => payer + plan }),
    },
    { requiredKeys: ['description', 'codes', 'setting', 'gross', 'payers'] },
  )
  .map((one) => (one.payers.length === 0 ? one : { ...one, minimum: '1.5', maximum: '999999999.5' }));

const items = fc.uniqueArray(item, { minLength: 1, maxLength: 8, selector: ({ description }) => description });

describe('the three forms of a standard charge file', () => {
  it('say the same, whatever items are written in them, and however they come', async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 40 }), async (written, pieces) => {
        const tall = readRows(rowsOf(tallText(written)), pieces);
        const wide = readRows(rowsOf(wideText(written)), pieces);
        const json = await readJson(jsonText(written), pieces);
        expect([tall, wide, json].map(({ findings }) => errorsOf(findings))).toEqual([[], [], []]);
        expect(said(wide)).toEqual(said(tall));
        expect(said(json)).toEqual(said(tall));
        expect(tall.prices.length).toBeGreaterThanOrEqual(written.length);
        expect([tall, wide, json].map(({ reading }) => reading.form)).toEqual(['CMS_TALL', 'CMS_WIDE', 'CMS_JSON']);
      }),
      { numRuns: 40 },
    );
  });

  it('give every amount of every item, on its own condition', () => {
    fc.assert(
      fc.property(items, (written) => {
        const { prices } = readRows(rowsOf(wideText(written)));
        const expected = written.flatMap(({ description, gross, cash, minimum, maximum, payers }) =>
          [
            ['gross', gross],
            ['discounted cash', cash],
            ['minimum negotiated', minimum],
            ['maximum negotiated', maximum],
            ...payers.map(({ payer, plan, dollar, notes }) => [
              [payer, plan, notes].filter((part) => part !== undefined).join(' | '),
              dollar ?? 'words',
            ]),
          ].flatMap(([condition, figure]) =>
            figure === undefined ? [] : [JSON.stringify([description, condition, figure.replace(/(\.\d*?)0+$/, '$1')])],
          ),
        );
        const got = prices.map(({ price }) => JSON.stringify([price.name, price.condition, price.amount ?? 'words']));
        expect(got.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('agree in the official examples but for one bound that the tall one gives twice', async () => {
    const tall = readRows(rowsOf(await sharedText('cms/v3.0.0-tall-example.csv')));
    const wide = readRows(rowsOf(await sharedText('cms/v3.0.0-wide-example.csv')));
    const json = await readJson(await sharedText('cms/v3-example.json'));
    expect(said(json)).toEqual(said(wide));
    const other = said(tall).filter((price) => !said(wide).includes(price));
    expect(other.map((price) => /"name":"([^"]*)".*"condition":"([^"]*)"/.exec(price)?.slice(1))).toEqual([
      ['Basic metabolic panel', 'minimum negotiated'],
    ]);
    expect(tall.findings.filter(({ code }) => code === 'CMS_RANGE_CHANGED')).toMatchObject([{ column: 'U', row: 13 }]);
    expect(errorsOf([...tall.findings, ...wide.findings, ...json.findings])).toEqual([]);
  });
});
