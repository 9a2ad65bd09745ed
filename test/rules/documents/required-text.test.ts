import { describe, expect, it } from 'vitest';
import { isBlank, optionalText, requiredText, trimmed } from '../../../subgraphs/documents/rules/required-text.ts';

const PATH = ['input', 'title'];

describe('a text that must be there', () => {
  it.each([
    ['is missing', null, [{ code: 'VALUE_MISSING', path: PATH, expected: 'title' }]],
    ['is left out', undefined, [{ code: 'VALUE_MISSING', path: PATH, expected: 'title' }]],
    ['says nothing', ' \n', [{ code: 'VALUE_MISSING', path: PATH, expected: 'title' }]],
    ['fits', '规划', []],
    ['is as long as it may be', '𠮷𠮷𠮷', []],
    ['is too long', '规划规划', [{ code: 'VALUE_TOO_LONG', path: PATH, expected: '3', got: '4' }]],
  ])('%s', (_case, text, refusals) => {
    expect(requiredText(PATH, text, 3)).toEqual(refusals);
  });
});

describe('a text that may be left out', () => {
  it.each([
    [null, []],
    [undefined, []],
    ['', []],
    ['规划', []],
    ['规划规划', [{ code: 'VALUE_TOO_LONG', path: PATH, expected: '3', got: '4' }]],
    ['规\u0007', [{ code: 'CHARACTER_NOT_PRINTABLE', path: PATH, got: 'U+0007 (2)' }]],
  ])('%j', (text, refusals) => {
    expect(optionalText(PATH, text, 3)).toEqual(refusals);
  });
});

describe('white space around a text', () => {
  it.each([
    [null, true, null],
    [undefined, true, null],
    [' ', true, null],
    [' 规划 ', false, '规划'],
  ])('of %j is dropped', (text, blank, kept) => {
    expect(isBlank(text)).toBe(blank);
    expect(trimmed(text)).toBe(kept);
  });
});
