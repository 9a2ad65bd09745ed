import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm, normalText } from '../../core/normal-form.ts';

describe('the normal form of a text', () => {
  it.each([
    ['政务公开', '政务公开'],
    ['一龥', '一龥'],
    ['〇𠮷㐀', '〇𠮷㐀'],
    ['沪卫办〔2021〕１号', '沪卫办20211号'],
    ['COVID-19 防控', 'covid19防控'],
    ['ＡＢｃ', 'abc'],
    ['①㈠㎡', '1一m2'],
    ['Ångström', 'ångström'],
    ['J\u030c', '\u01f0'],
    ['A\u030angstro\u0308m', 'ångström'],
    ['90% 的\n费用，', '90的费用'],
    ['བོད', 'བོད'],
    ['，。！？… \u0000\ud800', ''],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(normalText(text)).toBe(expected);
  });

  it('says where each of its characters came from', () => {
    expect(normalForm('（𠮷e\u0301㈠')).toEqual({
      characters: ['𠮷', 'é', '一'],
      starts: [1, 3, 5],
      ends: [3, 5, 6],
    });
    expect(normalForm('一\u0301龥')).toEqual({
      characters: ['一', '\u0301', '龥'],
      starts: [0, 0, 2],
      ends: [2, 2, 3],
    });
    expect(normalForm('\n\u0301')).toEqual({ characters: ['\u0301'], starts: [0], ends: [2] });
  });

  it('is one form of letters, however a text is cut before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(normalText(`${one}，${other}`)).toBe(normalText(one) + normalText(other));
      }),
    );
  });
});
