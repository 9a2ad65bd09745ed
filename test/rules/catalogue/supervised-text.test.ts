import { describe, expect, it } from 'vitest';
import { addressRefusals, optionalText, requiredText } from '../../../subgraphs/catalogue/rules/supervised-text.ts';

const path = ['input', 'note'];

describe('a text', () => {
  it.each([
    ['that says nothing', '  ', [{ code: 'VALUE_MISSING', path, expected: 'note' }]],
    ['that is as long as can be', '字'.repeat(5), []],
    ['that is a character too long', '字'.repeat(6), [{ code: 'VALUE_TOO_LONG', path, expected: '5', got: '6' }]],
    ['of characters beyond the basic plane', '𠀀'.repeat(5), []],
  ])('%s', (_case, text, refusals) => {
    expect(requiredText(path, text, 5)).toEqual(refusals);
  });

  it('that may be left out is only held to its length', () => {
    expect(optionalText(path, null, 5)).toEqual([]);
    expect(optionalText(path, undefined, 5)).toEqual([]);
    expect(optionalText(path, '', 5)).toEqual([]);
    expect(optionalText(path, '123456', 5)).toMatchObject([{ code: 'VALUE_TOO_LONG' }]);
  });
});

describe('an address of evidence', () => {
  it.each([
    [null, []],
    ['https://www.example.gov.cn', []],
    ['http://www.example.gov.cn/a?b=c', []],
    ['www.example.gov.cn', ['ADDRESS_MALFORMED']],
    ['javascript:alert(1)', ['ADDRESS_MALFORMED']],
    ['https://www.example.gov.cn/a b', ['ADDRESS_MALFORMED']],
    [`https://www.example.gov.cn/${'a'.repeat(500)}`, ['VALUE_TOO_LONG']],
  ])('%s', (address, codes) => {
    expect(addressRefusals(path, address).map(({ code }) => code)).toEqual(codes);
  });
});
