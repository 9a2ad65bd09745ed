import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbered, repeatedCodes } from '../../../subgraphs/catalogue/rules/item-code.ts';

const codesOf = (...codes: readonly (string | null)[]) =>
  numbered(codes.map((code) => ({ code, categoryCode: '02' }))).map(({ code }) => code);

describe('an item without a number', () => {
  it.each<[string, (string | null)[], string]>([
    ['is the first of an empty category', [], '0201'],
    ['follows the last number', ['0201', '0207', '0203'], '0208'],
    ['does not follow the numbers of other categories', ['0105', '0309'], '0201'],
    ['takes three digits when two are used up', ['0299'], '02100'],
    ['follows a number with zeros before it', ['020005'], '0206'],
    ['does not follow a number of one digit', ['025'], '0201'],
    ['does not follow a number that is none', ['02-7', '02A9'], '0201'],
    ['follows a number of eight digits', ['02000009'], '0210'],
    ['does not follow a longer one, which runs out of digits', ['02999999999999999999'], '0201'],
    ['steps over a number that a longer one took', ['02999999', '021000000'], '021000001'],
  ])('%s', (_case, codes, expected) => {
    expect(codesOf(...codes, null).at(-1)).toBe(expected);
  });

  it('leaves the numbers that were given, before and after it', () => {
    expect(codesOf(null, '0201', null, '02-1')).toEqual(['0202', '0201', '0203', '02-1']);
  });

  it('gets one that no other item has', () => {
    const code = fc.oneof(
      fc.constantFrom('0199', '0100', '0199999999', '01999999999999999999'),
      fc.stringMatching(/^0[12][0-9]{0,18}$/),
    );
    const given = fc.uniqueArray(code, { maxLength: 6 });
    fc.assert(
      fc.property(given, fc.array(fc.constantFrom('01', '02'), { maxLength: 6 }), (codes, categories) => {
        const items = [
          ...codes.map((one) => ({ code: one, categoryCode: '01' })),
          ...categories.map((categoryCode) => ({ code: null, categoryCode })),
        ];
        const all = numbered(items);
        expect(new Set(all.map((one) => one.code)).size).toBe(items.length);
        expect(all.slice(codes.length).map((one) => one.code.slice(0, 2))).toEqual(categories);
        expect(Math.max(0, ...all.map((one) => one.code.length))).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('a repeated number', () => {
  it('is that of every item after the first', () => {
    const items = ['0101', '0102', '0101', '0101'].map((code) => ({ code }));
    expect(repeatedCodes(items)).toEqual([
      { index: 2, code: '0101' },
      { index: 3, code: '0101' },
    ]);
  });

  it('is none where there is no number', () => {
    expect(repeatedCodes([{ code: null }, { code: '0101' }, { code: null }])).toEqual([]);
  });
});
