import { describe, expect, it } from 'vitest';
import { askedItem } from '../../../subgraphs/pricing/rules/asked-item.ts';

describe('the item that is asked for', () => {
  it.each([
    [{ code: '001' }, { code: '001' }],
    [{ name: '护理', code: null }, { name: '护理' }],
    [{ code: ' ２２０３０１００１ ' }, { code: '220301001' }],
    [{ name: ' 护理\n' }, { name: '护理' }],
    [{ code: '' }, null],
    [{ code: ' \u3000' }, null],
    [{ name: '' }, null],
  ])('of %j is %j', (asked, item) => {
    expect(askedItem(asked)).toEqual(item);
  });

  it.each([{}, { code: '1', name: '护理' }])('is not taken of %j', (asked) => {
    expect(() => askedItem(asked)).toThrow(/Expected one of/);
  });
});
