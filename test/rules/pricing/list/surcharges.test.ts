import { describe, expect, it } from 'vitest';
import { readTexts } from './reading.ts';

describe('a surcharge', () => {
  const header = ['项目编码', '项目名称', '单位', '价格', '价格形式', '说明'];
  const main = ['110200001', '诊查费', '次', '7', '政府指导价', ''];
  const part = (code: string, words: string, note = '') => [code, '儿童加收', '次', words, '政府指导价', note];
  it.each([
    ['the item of which it is a part stands before it', [main, part('110200001-1', '加收30%')], []],
    ['the item of which it is a part stands after it', [part('110200001-1', '30%'), main], []],
    ['its national code is that of a listed item', [main, part('001102000010001', '加收30%')], []],
    ['its words name what it is added to', [main, part('ZY-01', '按一级护理的20%收取')], []],
    ['its note names what it is added to', [main, part('ZY-01', '加收30%', '在诊查费基础上加收')], []],
    ['the list has no such item', [main, part('110200009-1', '加收30%')], ['SURCHARGE_WITHOUT_BASE']],
    ['nothing tells the item', [main, part('ZY-01', '上浮不超过30%')], ['SURCHARGE_WITHOUT_BASE']],
  ])('is judged: %s', (_what, rows, codes) => {
    const { prices, findings } = readTexts([header, ...rows], 'SERVICE');
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(prices.map(({ price }) => price.surchargePercent).filter((percent) => percent !== null)).toHaveLength(1);
  });
});
