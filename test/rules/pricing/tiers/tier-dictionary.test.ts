import { describe, expect, it } from 'vitest';
import { provinceOf, tierRefusals } from '../../../../subgraphs/pricing/rules/tiers/tier-dictionary.ts';

const refused = (...tiers: readonly (readonly [tier: string, ...synonyms: string[]])[]) =>
  tierRefusals(
    tiers.map(([tier, ...synonyms]) => ({ tier, synonyms })),
    ['tiers'],
  ).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a dictionary of tiers', () => {
  it('is taken in the words of a province', () => {
    expect(refused(['三类医院', '三类'], ['二类医院', '二类'], ['一类医院'])).toEqual([]);
    expect(refused()).toEqual([]);
    expect(provinceOf('320105')).toBe('320000');
  });

  it('is refused for a word that stands for two tiers, however it is written', () => {
    expect(refused(['三级', '三甲'], ['二级', '（三甲）'])).toEqual(['VALUE_REPEATED tiers.1.synonyms.0']);
    expect(refused(['三级', '三级'])).toEqual(['VALUE_REPEATED tiers.0.synonyms.0']);
  });

  it('is refused for words that are blank, overlong or unseen, all at once', () => {
    expect(refused([' '], ['（）'], ['级'.repeat(51)], ['三\u200b级'])).toEqual([
      'VALUE_MISSING tiers.0.tier',
      'VALUE_MISSING tiers.1.tier',
      'VALUE_TOO_LONG tiers.2.tier',
      'CHARACTER_NOT_PRINTABLE tiers.3.tier',
    ]);
  });

  it('is refused for too many words', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `词${String(at)}`);
    expect(refused(...words(51).map((word) => [word] as const))).toEqual(['TOO_MANY_VALUES tiers']);
    expect(refused(['三级', ...words(21)])).toEqual(['TOO_MANY_VALUES tiers.0.synonyms']);
  });
});
