import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionalTextRefusals, textRefusals } from '../../core/text-input.ts';

const PLACE = { path: ['input', 'title'], name: 'title', maximum: 5 };

describe('a text that someone hands in', () => {
  it.each(['字', '12345', ' a ', '一\t二\n三'.slice(0, 5), 'a\r\nb', '👍👍'])('%j is taken', (text) => {
    expect(textRefusals(text, PLACE)).toEqual([]);
  });

  it.each(['', ' ', '\n\t', '　'])('%j is missing', (text) => {
    expect(textRefusals(text, PLACE)).toEqual([{ code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' }]);
  });

  it('is refused one character beyond its length', () => {
    expect(textRefusals('123456', PLACE)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', 'title'], expected: '5', got: '6' },
    ]);
  });

  it.each([
    ['a\u0000', 'U+0000 (2)'],
    ['\u0007a', 'U+0007 (1)'],
    ['a\u001bb', 'U+001B (2)'],
    ['ab\u007f', 'U+007F (3)'],
    ['\u0085a', 'U+0085 (1)'],
    ['a\u202eb', 'U+202E (2)'],
    ['a\u2066b', 'U+2066 (2)'],
    ['\u200bab', 'U+200B (1)'],
    ['a\ufeff', 'U+FEFF (2)'],
    ['a\u000bb', 'U+000B (2)'],
  ])('%j is refused and its place told', (text, got) => {
    expect(textRefusals(text, PLACE)).toEqual([{ code: 'CHARACTER_NOT_PRINTABLE', path: ['input', 'title'], got }]);
  });

  it('is refused for its length and its characters at once', () => {
    expect(textRefusals('12345\u0008', PLACE).map(({ code }) => code)).toEqual([
      'VALUE_TOO_LONG',
      'CHARACTER_NOT_PRINTABLE',
    ]);
  });

  it('is refused for exactly the characters that can not be printed', () => {
    const isBad = (code: number) =>
      (code < 32 && ![9, 10, 13].includes(code)) ||
      (code >= 127 && code < 160) ||
      (code >= 0x202a && code <= 0x202e) ||
      [0x200b, 0x200e, 0x200f].includes(code) ||
      (code >= 0x2060 && code <= 0x2069);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x24ff }), (code) => {
        const found = textRefusals(`字${String.fromCodePoint(code)}`, PLACE);
        expect(found.length).toBe(isBad(code) ? 1 : 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a text that may be left out', () => {
  it('is taken when it is', () => {
    expect(optionalTextRefusals(null, PLACE)).toEqual([]);
  });

  it('is looked at like any other when it is not', () => {
    expect(optionalTextRefusals(' ', PLACE)).toHaveLength(1);
  });
});
