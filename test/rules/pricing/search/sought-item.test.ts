import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricedNameEntry } from '../../../../subgraphs/pricing/rules/search/priced-name.ts';
import { soughtItem } from '../../../../subgraphs/pricing/rules/search/sought-item.ts';

describe('what someone seeks among priced items', () => {
  it('is had by every name that it was cut from, in any width and with words in any order', () => {
    const word = fc.stringMatching(/^[一-龥a-zA-Z0-9]{1,6}$/);
    fc.assert(
      fc.property(word, word, word, (before, one, other) => {
        const name = `${before}（${one}）${other}`.replaceAll('A', 'Ａ');
        const { terms, unproven, words } = soughtItem(`${other} ${one}`);
        const entry = pricedNameEntry(name);
        expect(terms.filter((term) => !entry.terms.includes(term))).toEqual([]);
        expect(words.every((sought) => entry.text.includes(sought))).toBe(true);
        expect(unproven.every((sought) => words.includes(sought))).toBe(true);
      }),
    );
  });

  it.each([
    ['110700001-1', { from: '110700001-1', before: '110700001-1\u{10FFFF}' }],
    ['xj01', { from: 'XJ01', before: 'XJ01\u{10FFFF}' }],
    ['１１０', { from: '110', before: '110\u{10FFFF}' }],
    ['11', null],
    ['CT', null],
    ['床位费', null],
    ['110 床位', null],
  ])('of %j begins codes %j', (text, codes) => {
    expect(soughtItem(text).codes).toEqual(codes);
  });

  it('is nothing of punctuation, and of long texts the first 100 characters and ten words', () => {
    expect(soughtItem('（，） ').words).toEqual([]);
    expect(soughtItem('护'.repeat(300)).words).toEqual(['护'.repeat(100)]);
    expect(soughtItem(Array.from({ length: 20 }, (_, at) => `词${String(at)}`).join(' ')).words).toHaveLength(10);
  });
});
