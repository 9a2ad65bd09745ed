import { describe, expect, it } from 'vitest';
import { covers, regionRange } from '../../core/region-code.ts';

describe('FEED.md 5.2: a region and everything below it', () => {
  it.each([
    ['140000', '140000', '149999'],
    ['140500', '140500', '140599'],
    ['140521', '140521', '140521'],
    ['310000', '310000', '319999'],
    ['429004', '429004', '429004'],
  ])('%s is %s to %s', (code, from, to) => {
    expect(regionRange(code)).toEqual({ from, to });
  });

  it('covers itself and what is below, not its neighbours or what is above', () => {
    const jincheng = regionRange('140500');
    expect(['140500', '140521', '140599', '140000', '140428', '140600'].map((code) => covers(jincheng, code))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each(['', '1405', '14052', '1405211', '14050x', '１４０５００', '%', "140500'"])(
    '5.4 refuses %j, which is not six digits',
    (code) => {
      expect(() => regionRange(code)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }) as Error);
    },
  );
});
