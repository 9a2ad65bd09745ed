import { describe, expect, it } from 'vitest';
import { freeText, neededText } from '../../../../subgraphs/documents/rules/application/texts.ts';
import { lines } from './calendar.ts';

describe('a text', () => {
  it.each<[string, string, string[]]>([
    ['with line ends and tabs', '一\r\n二\t三', []],
    ['with a control character', '甲\u0000乙', ['CHARACTER_NOT_PRINTABLE at - U+0000 (2) -']],
    ['with one at its end', '甲\u0007', ['CHARACTER_NOT_PRINTABLE at - U+0007 (2) -']],
    ['that turns the direction of writing', '\u202e甲', ['CHARACTER_NOT_PRINTABLE at - U+202E (1) -']],
    [
      'that is too long besides',
      `\u0001${'x'.repeat(200)}`,
      ['VALUE_TOO_LONG at 200 201 -', 'CHARACTER_NOT_PRINTABLE at - U+0001 (1) -'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(lines(neededText('name', text, ['at']))).toEqual(expected);
    expect(lines(freeText('name', text, ['at']))).toEqual(expected);
  });

  it('may be blank or left out where it may', () => {
    for (const text of ['', ' ', null, undefined]) expect(freeText('name', text, ['at'])).toEqual([]);
    expect(lines(freeText('name', '\u000b', ['at']))).toEqual(['CHARACTER_NOT_PRINTABLE at - U+000B (1) -']);
    expect(lines(neededText('name', ' \n', ['at']))).toEqual(['VALUE_MISSING at name - -']);
  });
});
