import { describe, expect, it } from 'vitest';
import { readBases, writeBases } from '../../../../subgraphs/catalogue/rules/sheet/bases-cell.ts';

const basis = (title: string, article: string | null = null) => ({ title, article });

describe('the cell of bases', () => {
  it.each([
    ['《母婴保健法》第32条', [basis('《母婴保健法》', '第32条')]],
    ['《母婴保健法》第三十二条第一款', [basis('《母婴保健法》', '第三十二条第一款')]],
    ['《甲法》第32条；《乙条例》', [basis('《甲法》', '第32条'), basis('《乙条例》')]],
    ['《甲法》第32条、《乙条例》第4条', [basis('《甲法》', '第32条'), basis('《乙条例》', '第4条')]],
    ['《甲法》《乙条例》（国务院令第309号）', [basis('《甲法》'), basis('《乙条例》（国务院令第309号）')]],
    ['1.《甲法》第1条\n2.国发〔2012〕52号', [basis('《甲法》', '第1条'), basis('国发〔2012〕52号')]],
    ['《关于印发〈办法〉第三条解释的通知》第2条', [basis('《关于印发〈办法〉第三条解释的通知》', '第2条')]],
    ['《甲法》第42条、第44条', [basis('《甲法》', '第42条、第44条')]],
    ['《甲法》（第5条）', [basis('《甲法》', '第5条')]],
  ])('reads %j', (cell, value) => {
    expect(readBases(cell)).toEqual({ value });
  });

  it.each(['第32条', '；'])('refuses %j', (cell) => {
    expect(readBases(cell)).toHaveProperty('expected');
  });

  it('gives back what it wrote', () => {
    const bases = [basis('《甲法》', '第32条'), basis('国发〔2012〕52号'), basis('《乙条例》(国务院令第309号)')];
    expect(readBases(writeBases(bases))).toEqual({ value: bases });
  });
});
