import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import { arisenRefusals, noteRefusals, titleRefusals } from '../../../subgraphs/catalogue/rules/disclosure-input.ts';

const PATH = ['input', 'text'];

describe.each([
  ['a title', titleRefusals, 300],
  ['a reason for a withdrawal', noteRefusals, 1_000],
] as const)('%s', (_what, refusalsOf, longest) => {
  it(`is taken with up to ${String(longest)} characters`, () => {
    expect(refusalsOf('公', PATH)).toEqual([]);
    expect(refusalsOf('𠮷'.repeat(longest), PATH)).toEqual([]);
  });

  it('is refused with a character more', () => {
    const [expected, got] = [String(longest), String(longest + 1)];
    expect(refusalsOf('𠮷'.repeat(longest + 1), PATH)).toEqual([{ code: 'VALUE_TOO_LONG', path: PATH, expected, got }]);
  });

  it.each(['', '  \n', '\u3000'])('is refused when it says nothing: %j', (text) => {
    expect(refusalsOf(text, PATH)).toEqual([{ code: 'VALUE_MISSING', path: PATH, expected: 'text' }]);
  });

  it('has no name where it lies in no single place', () => {
    expect(refusalsOf('', [])).toEqual([{ code: 'VALUE_MISSING', path: [], expected: '' }]);
  });
});

describe('the day on which something came about', () => {
  const TODAY = civilDate('2020-10-01');

  it.each(['2020-10-01', '2020-09-30', '1949-10-01'])('may be %s', (day) => {
    expect(arisenRefusals(civilDate(day), { from: null, today: TODAY }, PATH)).toEqual([]);
  });

  it('can not lie before the item was owed', () => {
    const asked = (day: string) =>
      arisenRefusals(civilDate(day), { from: civilDate('2020-09-01'), today: TODAY }, PATH);
    expect(asked('2020-09-01')).toEqual([]);
    expect(asked('2020-08-31')).toEqual([
      { code: 'DAY_TOO_EARLY', path: PATH, expected: '2020-09-01', got: '2020-08-31', rules: ['C8'] },
    ]);
  });

  it('can not be tomorrow', () => {
    expect(arisenRefusals(civilDate('2020-10-02'), { from: null, today: TODAY }, PATH)).toEqual([
      { code: 'VALUE_IN_FUTURE', path: PATH, expected: '2020-10-01', got: '2020-10-02', rules: ['C8'] },
    ]);
  });
});
