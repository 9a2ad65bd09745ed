import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import { editionRefusals, reviewRefusals } from '../../../subgraphs/catalogue/rules/edition-input.ts';

const TODAY = civilDate('2020-10-01');

describe('what is written of an edition', () => {
  it.each([
    ['nothing', {}],
    ['nulls', { edition: null, title: null, effectiveOn: null, subordinatesFileBy: null }],
    ['texts as long as may be', { edition: '年'.repeat(40), title: '𠮷'.repeat(200) }],
    ['days of today', { effectiveOn: TODAY, subordinatesFileBy: TODAY }],
    ['the last day of the tenth year', { effectiveOn: civilDate('2030-12-31') }],
  ])('is taken with %s', (_case, input) => {
    expect(editionRefusals(input, TODAY)).toEqual([]);
  });

  it.each(['edition', 'title'] as const)('is refused for an empty %s', (field) => {
    expect(editionRefusals({ [field]: ' ' }, TODAY)).toEqual([
      { code: 'VALUE_MISSING', path: ['input', field], expected: field },
    ]);
  });

  it.each([
    ['edition', 40],
    ['title', 200],
  ] as const)('is refused for an %s of a character more than %i', (field, longest) => {
    const [expected, got] = [String(longest), String(longest + 1)];
    expect(editionRefusals({ [field]: '𠮷'.repeat(longest + 1) }, TODAY)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', field], expected, got },
    ]);
  });

  it.each(['effectiveOn', 'subordinatesFileBy'] as const)(
    'is refused for a day in the past or too far: %s',
    (field) => {
      const path = ['input', field];
      expect(editionRefusals({ [field]: civilDate('2020-09-30') }, TODAY)).toEqual([
        { code: 'DAY_IN_PAST', path, expected: '2020-10-01', got: '2020-09-30', rules: ['C10'] },
      ]);
      expect(editionRefusals({ [field]: civilDate('2031-01-01') }, TODAY)).toEqual([
        { code: 'DAY_TOO_FAR', path, expected: '2030-12-31', got: '2031-01-01' },
      ]);
    },
  );

  it('is refused for every reason at once', () => {
    const past = civilDate('2019-01-01');
    const input = { edition: '', title: '', effectiveOn: past, subordinatesFileBy: past };
    expect(editionRefusals(input, TODAY).map(({ path }) => path[1])).toEqual(Object.keys(input));
  });
});

describe('the words of a review', () => {
  it.each([
    ['neither note nor opinions', null, []],
    ['an empty note', '', []],
    ['a note and an opinion as long as may be', '注'.repeat(2_000), [{ opinion: '𠮷'.repeat(2_000) }]],
  ])('are taken with %s', (_case, note, opinions) => {
    expect(reviewRefusals(note, opinions)).toEqual([]);
  });

  it('are refused when they are too long or say nothing, all at once', () => {
    const long = 'x'.repeat(2_001);
    const at = (index: string) => ['opinions', index, 'opinion'];
    expect(reviewRefusals(long, [{ opinion: '补充时限' }, { opinion: ' ' }, { opinion: long }])).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['note'], expected: '2000', got: '2001' },
      { code: 'VALUE_MISSING', path: at('1'), expected: 'opinion', rules: ['C11'] },
      { code: 'VALUE_TOO_LONG', path: at('2'), expected: '2000', got: '2001' },
    ]);
  });
});
