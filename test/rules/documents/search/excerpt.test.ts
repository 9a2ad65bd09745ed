import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptsOf } from '../../../../subgraphs/documents/rules/search/excerpt.ts';
import { normalText } from '../../../../core/normal-form.ts';

const LONG = '甲'.repeat(30);

describe('cuts around what was found', () => {
  it('show it as it is written, with what stands around it', () => {
    expect(excerptsOf('关于“控 烟”工作', ['控烟'], 3)).toEqual([{ before: '关于“', hit: '控 烟', after: '”工作' }]);
  });

  it('reach 24 characters to each side, with an ellipsis where the text goes on', () => {
    const around = '甲'.repeat(24);
    expect(excerptsOf(`${LONG}烟${LONG}`, ['烟'], 1)).toEqual([
      { before: `…${around}`, hit: '烟', after: `${around}…` },
    ]);
    expect(excerptsOf(`${around}烟${around}`, ['烟'], 1)).toEqual([{ before: around, hit: '烟', after: around }]);
  });

  it('do not reach into one another, and are as many as asked for', () => {
    const text = `烟酒烟${LONG}烟${LONG}酒`;
    const all = excerptsOf(text, ['烟', '酒'], 3);
    expect(all.map(({ hit }) => hit)).toEqual(['烟', '烟', '酒']);
    expect(all.map(({ before }) => before)).toEqual(['', `…${'甲'.repeat(8)}`, `…${'甲'.repeat(6)}`]);
    expect(excerptsOf(text, ['烟', '酒'], 1)).toHaveLength(1);
  });

  it('stand in the order of the text, in whichever the words are given', () => {
    const text = `烟${LONG}${LONG}酒${LONG}${LONG}烟`;
    for (const words of [
      ['酒', '烟'],
      ['烟', '酒'],
    ]) {
      expect(excerptsOf(text, words, 3).map(({ hit }) => hit)).toEqual(['烟', '酒', '烟']);
    }
  });

  it('show the longer one of two words at one place', () => {
    expect(excerptsOf('职业病防治', ['职业', '职业病'], 1)).toEqual([{ before: '', hit: '职业病', after: '防治' }]);
  });

  it('never cut a character in two', () => {
    const text = `${'𠮷'.repeat(20)}a烟b${'𠮷'.repeat(20)}`;
    const [cut] = excerptsOf(text, ['烟'], 1);
    expect(cut).toEqual({ before: `…${'𠮷'.repeat(12)}a`, hit: '烟', after: `b${'𠮷'.repeat(12)}…` });
  });

  it('cut nothing off a text that begins and ends with a character of two halves', () => {
    expect(excerptsOf('𠮷烟𠮷', ['烟'], 1)).toEqual([{ before: '𠮷', hit: '烟', after: '𠮷' }]);
    const twentyThree = '乙'.repeat(23);
    expect(excerptsOf(`甲𠮷${twentyThree}烟${twentyThree}𠮷甲`, ['烟'], 1)).toEqual([
      { before: `…𠮷${twentyThree}`, hit: '烟', after: `${twentyThree}𠮷…` },
    ]);
    expect(excerptsOf('𠮷', ['𠮷'], 1)).toEqual([{ before: '', hit: '𠮷', after: '' }]);
    expect(excerptsOf(`${'甲'.repeat(23)}𠮷烟`, ['烟'], 1)).toEqual([
      { before: `…${'甲'.repeat(22)}𠮷`, hit: '烟', after: '' },
    ]);
  });

  it('are none where nothing is sought or found', () => {
    expect(excerptsOf('控烟', [], 3)).toEqual([]);
    expect(excerptsOf('控烟', ['烟控', '酒'], 3)).toEqual([]);
  });

  it('hold what was sought, in the order of the text, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('卫', '生', 'A', 'é', '，', '𠮷', '㈠', ' '), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.constantFrom('卫', '卫生', 'a', '生a卫', '一', 'é𠮷'), (original, word) => {
        const cuts = excerptsOf(original, [word], 3);
        expect(cuts.length > 0).toBe(normalText(original).includes(word));
        let from = 0;
        for (const { before, hit, after } of cuts) {
          expect(normalText(hit)).toBe(word);
          const cut = `${before.replace(/^…/u, '')}${hit}${after.replace(/…$/u, '')}`;
          const at = original.indexOf(cut, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
      }),
    );
  });
});
