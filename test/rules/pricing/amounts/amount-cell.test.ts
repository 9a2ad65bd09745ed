import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_AMOUNT, readAmount } from '../../../../subgraphs/pricing/rules/amounts/amount-cell.ts';
import { isPlaceholder } from '../../../../subgraphs/pricing/rules/amounts/placeholder.ts';
import type { Yuan } from '../../../../core/yuan.ts';

/** Ten-thousandths of a yuan as decimal text, written apart from how amounts are read. */
function decimal(value: bigint): string {
  const fraction = String(value % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return String(value / 10_000n) + (fraction === '' ? '' : `.${fraction}`);
}

const value = fc.bigInt({ min: 0n, max: 99_999_999_9999n });
const FULL_WIDTH = Array.from('０１２３４５６７８９');

describe('an amount', () => {
  it('comes back exactly however it is written', () => {
    const writings: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => (text.includes('.') ? `${text}${'0'.repeat(4 - (text.split('.')[1]?.length ?? 0))}` : `${text}.0000`),
      (text) => `¥${text}`,
      (text) => `￥ ${text}`,
      (text) => `${text}元`,
      (text) => `人民币${text}元整`,
      (text) => text.replaceAll(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit).replace('.', '．'),
      (text) => text.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')),
      (text) => text.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, '，')),
      (text) => `00${text}`,
    ];
    fc.assert(
      fc.property(value, fc.constantFrom(...writings), (drawn, write) => {
        expect(readAmount(write(decimal(drawn)))).toEqual({ ...BLANK_AMOUNT, amount: decimal(drawn) });
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be two, the lower first, with its words kept', () => {
    const sign = fc.constantFrom('-', '–', '—', '~', '～', '至', '到', ' - ', '--');
    fc.assert(
      fc.property(value, value, sign, fc.constantFrom('', '元'), (one, other, between, yuan) => {
        const text = `${decimal(one)}${yuan}${between}${decimal(other)}${yuan}`;
        const fault = one > other ? 'RANGE_FALLS' : null;
        expect(readAmount(text)).toMatchObject({ amount: decimal(one), upTo: decimal(other), words: text, fault });
      }),
    );
  });

  it.each(['', '-', '—', '——', '/', '\\', '无', '暂无', '*', 'N/A'])('is not there: "%s"', (text) => {
    expect(readAmount(text)).toBe(BLANK_AMOUNT);
  });

  it.each([
    ...[
      '医院自主确定',
      '自主定价',
      '面议',
      '市场调节价',
      '按实收取',
      '免费',
      '详见说明',
      '不超过300元',
      '零差率',
      '加收0.10元',
    ],
    ...['按进价执行', '政府指导价', '实际购进价', '300元以下', '医院自行制定', '协商定价'],
  ])('may be words, without a doubt: %s', (text) => {
    expect(readAmount(text)).toEqual({ ...BLANK_AMOUNT, words: text });
  });

  it.each([
    ['加收30%', '30'],
    ['上浮不超过30%', '30'],
    ['按一级护理的20%收取', '20'],
    ['30%', '30'],
    ['加收 12.50 ％', '12.5'],
    ['在甲项目基础上加收百分之三十，即30%', '30'],
    ['加收20%-30%', null],
    ['减收50%', null],
    ['下浮10%', null],
    ['八折，即80%', null],
  ])('may be a share of another: %s adds %s', (text, percent) => {
    expect(readAmount(text)).toEqual({ ...BLANK_AMOUNT, words: text, percent });
  });

  it.each(['约70', '70起', '70?', '70？', '70左右', '70+', '成人70', '70 60', '待定', '7O元'])(
    'is kept in words and told: %s',
    (text) => {
      expect(readAmount(text)).toEqual({ ...BLANK_AMOUNT, words: text, fault: 'AMOUNT_NOT_UNDERSTOOD' });
    },
  );

  it.each(['abc', '1.2.3', '1O0', '1e5', '=A1', '12,34', '7-8-9', '2026-01-03', '(70)', '1234567890123', 'TRUE'])(
    'is refused: %s',
    (text) => {
      const { amount, fault } = readAmount(text);
      expect([amount, fault]).toEqual([null, 'AMOUNT_DAMAGED']);
    },
  );

  it('is never rounded', () => {
    expect(readAmount('0.12345').fault).toBe('AMOUNT_TOO_PRECISE');
    expect(readAmount('0.12340000').amount).toBe('0.1234');
  });

  it.each([
    ['70元/次', '70', null, '次'],
    ['70/每次', '70', null, '次'],
    ['100-300元/次', '100', '300', '次'],
  ])('may say for what: %s', (text, amount, upTo, unit) => {
    expect(readAmount(text)).toMatchObject({ amount, upTo, unit, words: text, fault: null });
  });
});

describe('a placeholder', () => {
  it.each([
    '0',
    '0.01',
    '0.001',
    '9999',
    '99999',
    '9999999',
    '99999.99',
    '888888',
    '88888',
    '123456',
    '12345',
    '111111',
  ])('is %s', (amount) => {
    expect(isPlaceholder(amount as Yuan)).toBe(true);
  });

  it.each([
    '1',
    '2',
    '10',
    '99',
    '999',
    '99.9',
    '0.1',
    '0.02',
    '100',
    '1000',
    '8888',
    '1234',
    '5000',
    '99.99',
    '110',
    '1111',
  ])('is not %s', (amount) => {
    expect(isPlaceholder(amount as Yuan)).toBe(false);
  });
});
