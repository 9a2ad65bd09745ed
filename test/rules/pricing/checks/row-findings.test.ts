import { describe, expect, it } from 'vitest';
import type { Yuan } from '../../../../core/yuan.ts';
import { rowFindings } from '../../../../subgraphs/pricing/rules/checks/row-findings.ts';
import { FINDINGS, type FindingMeaning } from '../../../../subgraphs/pricing/rules/finding-codes.ts';
import { BLANK_ROW, type PriceRow } from '../../../../subgraphs/pricing/rules/price-row.ts';

const GOOD: PriceRow = { ...BLANK_ROW, code: '110200001', name: '诊查费', unit: '次', amount: '7' as Yuan };
const found = (row: Partial<PriceRow>) =>
  rowFindings({ ...GOOD, ...row }, 'SERVICE').map(({ code, cell, got, expected }) => [code, cell, got, expected]);
const yuan = (text: string) => text as Yuan;

describe('a finished line', () => {
  it('of which nothing is wrong has no finding', () => {
    expect(found({})).toEqual([]);
    expect(found({ amount: yuan('100'), amountUpTo: yuan('300'), amountText: '100-300' })).toEqual([]);
    expect(found({ amount: null, amountText: '医院自主确定', nationalCode: '001102000010000' })).toEqual([]);
    expect(found({ amount: yuan('70'), ceiling: yuan('70.0'), mode: 'GOVERNMENT_GUIDED' })).toEqual([]);
  });

  it.each<[string, Partial<PriceRow>, (string | null)[]]>([
    ['no name', { name: '' }, ['NAME_MISSING', 'name', null, null]],
    ['no unit', { unit: '' }, ['UNIT_MISSING', 'unit', null, null]],
    ['no amount', { amount: null }, ['PRICE_MISSING', 'amount', null, null]],
    ['blanks for an amount', { amount: null, amountText: ' ' }, ['PRICE_MISSING', 'amount', null, null]],
    ['an upper end alone', { amount: null, amountUpTo: yuan('7') }, ['RANGE_FALLS', 'amountUpTo', '7', null]],
    ['a range that falls', { amountUpTo: yuan('6.99') }, ['RANGE_FALLS', 'amountUpTo', '7-6.99', null]],
    ['a negative amount', { amount: yuan('-7') }, ['AMOUNT_NEGATIVE', 'amount', '-7', null]],
    [
      'a negative ceiling',
      { amount: null, amountText: '面议', ceiling: yuan('-7') },
      ['AMOUNT_NEGATIVE', 'ceiling', '-7', null],
    ],
    ['an amount of nothing', { amount: yuan('0') }, ['AMOUNT_PLACEHOLDER', 'amount', '0', null]],
    ['an end of nines', { amountUpTo: yuan('99999') }, ['AMOUNT_PLACEHOLDER', 'amount', '7', null]],
    [
      'more than the government allows',
      { amount: yuan('10.01'), ceiling: yuan('10'), mode: 'GOVERNMENT_GUIDED' },
      ['ABOVE_CEILING', 'amount', '10.01', '10'],
    ],
    [
      'an end above the ceiling of a market price',
      { amountUpTo: yuan('11'), ceiling: yuan('10'), mode: 'MARKET_REGULATED' },
      ['ABOVE_CEILING_UNGUIDED', 'amount', '11', '10'],
    ],
    ['a specification too long', { specification: 'x'.repeat(501) }, ['CELL_TOO_LONG', 'specification', '501', '500']],
    ['a content too long', { content: 'x'.repeat(4001) }, ['CELL_TOO_LONG', 'content', '4001', '4000']],
    ['a sign that turns writing', { note: 'a\u202eb' }, ['CHARACTER_UNSEEN', 'note', 'U+202E (2)', null]],
    ['a lost character', { manufacturer: '某\ufffd厂' }, ['CHARACTER_LOST', 'manufacturer', '某\ufffd厂', null]],
    [
      'a code of another kind',
      { code: 'C0101010011303807555' },
      ['CODE_OF_OTHER_KIND', 'code', 'C0101010011303807555', 'SERVICE'],
    ],
    ['a national code that is none', { nationalCode: '123' }, ['CODE_ODD', 'nationalCode', '123', '001102000010000']],
    [
      'a national code without its zeros',
      { nationalCode: '1102000010000' },
      ['CODE_ZEROS_LOST', 'nationalCode', '1102000010000', '001102000010000'],
    ],
  ])('with %s is told', (_what, row, expected) => {
    expect(found(row)).toEqual([expected]);
  });
});

describe('every finding', () => {
  const ALL: [string, FindingMeaning][] = Object.entries(FINDINGS);
  it.each(ALL)('%s says in both languages what was found, of the same values, and what to do', (_code, meaning) => {
    const filled = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    expect(filled(meaning.zh)).toEqual(filled(meaning.en));
    expect(filled(meaning.fixZh + meaning.fixEn)).toEqual([]);
    for (const text of [meaning.zh, meaning.fixZh]) expect(text).toMatch(/\p{Script=Han}.*。$/u);
    for (const text of [meaning.en, meaning.fixEn]) expect(text).toMatch(/^[A-Z{"].*\.$/);
  });
});
