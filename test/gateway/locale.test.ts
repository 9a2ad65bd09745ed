import { describe, expect, it } from 'vitest';
import { preferredLocale } from '../../gateway/locale.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en,zh', 'zh'],
    ['en;q=0.5, *', 'zh'],
    ['*;q=0.1, en;q=0.5', 'en'],
    ['zh;q=0, *', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=2', 'zh'],
    [';;,,q=1,en;q=x', 'zh'],
  ])('for Accept-Language %j is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
