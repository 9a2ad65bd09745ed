import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalText } from '../../../../core/normal-form.ts';
import { entryWithoutTerms, searchEntry, sought } from '../../../../subgraphs/documents/rules/search/search-terms.ts';

const DOCUMENT = {
  title: '控烟',
  body: '烟、酒',
  documentNumber: null,
  indexNumber: null,
  regionCode: '140521',
};

describe('the index entry of a document', () => {
  it('holds every character and every two neighbours of each text, and the regions above', () => {
    expect(searchEntry(DOCUMENT)).toEqual({
      text: '控烟 烟酒',
      terms: ['控', '控烟', '烟', '烟酒', '酒', '@140521', '@1405', '@14'],
    });
  });

  it('holds the numbers too, and no neighbours across two texts', () => {
    const { text, terms } = searchEntry({ ...DOCUMENT, documentNumber: '晋〔2021〕1号', indexNumber: 'A1/2021-1' });
    expect(text).toBe('控烟 晋20211号 a120211 烟酒');
    expect(terms).toContain('a1');
    expect(terms).not.toContain('号a');
  });

  it.each([
    ['140000', ['@14']],
    ['140500', ['@1405', '@14']],
    ['100000', ['@10']],
    ['429004', ['@429004', '@4290', '@42']],
  ])('of a document issued in %s stands under %j', (regionCode, expected) => {
    const { terms } = searchEntry({ ...DOCUMENT, regionCode });
    expect(terms.filter((term) => term.startsWith('@'))).toEqual(expected);
  });
});

describe('an index entry whose terms are to come', () => {
  it('holds its sign and the regions, and no term of a text', () => {
    expect(entryWithoutTerms(DOCUMENT)).toEqual({ text: '控烟 烟酒', terms: ['@', '@140521', '@1405', '@14'] });
    expect(entryWithoutTerms({ ...DOCUMENT, regionCode: '140000' }).terms).toEqual(['@', '@14']);
  });

  it('holds the same text as any other, whatever is written in it', () => {
    const strange = '卫 生 a Σ É １ ① ， 𠮷 が \u3099 \u0301 \u1100 \u1161 ﬀ 豈 \n'.split(' ');
    const unit = fc.oneof(fc.constantFrom(' ', ...strange), fc.string({ unit: 'grapheme', maxLength: 2 }));
    const text = fc.array(unit, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const document = { ...DOCUMENT, title, body, documentNumber: '晋〔2021〕1号' };
        expect(entryWithoutTerms(document).text).toBe(searchEntry(document).text);
      }),
    );
  });

  it('holds the same text after very many characters', () => {
    const body = Array.from({ length: 11_000 }, (_, at) => String.fromCodePoint(0xac00 + at)).join('');
    expect(entryWithoutTerms({ ...DOCUMENT, body }).text).toBe(searchEntry({ ...DOCUMENT, body }).text);
  });
});

describe('what is sought', () => {
  it.each([
    ['', null],
    [' \n　', null],
    ['？！', []],
    ['烟', ['烟']],
    [' 控烟  职业病　控烟 ', ['控烟', '职业病']],
    ['沁卫发(2026) １号', ['沁卫发20261号']],
    ['(2026) １号', ['2026', '1号']],
    ['a b c d e f g h i j k', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']],
  ])('in %j are the words %j', (text, words) => {
    expect(sought(text, null)?.words ?? null).toEqual(words);
  });

  it('is looked for by pairs, and in the text where they do not prove it', () => {
    expect(sought('烟 控烟 职业病 𠮷野家', '140500')).toEqual({
      words: ['烟', '控烟', '职业病', '𠮷野家'],
      terms: ['烟', '控烟', '职业', '业病', '𠮷野', '野家', '@1405'],
      termsToCome: ['@', '@1405'],
      unproven: ['职业病', '𠮷野家'],
    });
    expect(sought('控烟', '140521')?.terms).toEqual(['控烟', '@140521']);
  });

  it('is within a region that there can be', () => {
    expect(sought('控烟', '429000')?.terms).toEqual(['控烟', '@4290']);
    expect(() => sought('控烟', '1405')).toThrow('A region code has six digits, for example 140500; got "1405".');
  });

  it('is at most 200 characters long', () => {
    expect(sought('烟'.repeat(201), null)?.words).toEqual(['烟'.repeat(200)]);
  });

  it('is found by terms wherever it stands, and words of one or two characters only there', () => {
    const text = fc.string({ unit: fc.constantFrom('卫', '生', '健', 'a', 'B', '１', '，', ' ', '𠮷'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (body, query) => {
        const entry = searchEntry({ ...DOCUMENT, title: '', body });
        for (const word of sought(query, null)?.words ?? []) {
          const asked = sought(word, '140500');
          const isThere = normalText(body).includes(word);
          const hasTerms = asked?.terms.every((term) => entry.terms.includes(term));
          if (isThere) expect(hasTerms).toBe(true);
          if (asked?.unproven.length === 0) expect(hasTerms).toBe(isThere);
          expect(entry.text.includes(word)).toBe(isThere);
        }
      }),
    );
  });
});
