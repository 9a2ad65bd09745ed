import { describe, expect, it } from 'vitest';
import { readTimeLimits, writeTimeLimits } from '../../../../subgraphs/catalogue/rules/sheet/time-limits-cell.ts';
import type { TimeLimit, TimeUnit } from '../../../../subgraphs/catalogue/rules/item-columns.ts';

const general = (days: number, unit: TimeUnit = 'WORKING_DAY'): TimeLimit => ({ appliesTo: 'INFORMATION', days, unit });
const result = (days: number, unit: TimeUnit = 'WORKING_DAY'): TimeLimit => ({ appliesTo: 'RESULT', days, unit });

describe('the cell of time limits', () => {
  it.each<[string, TimeLimit[]]>([
    ['自信息形成或者变更之日起20个工作日内', [general(20)]],
    ['自信息形成或者变更之日起 20 个\n工作日内予以公开', [general(20)]],
    ['自信息形成或者变更之日起２０个工作日内', [general(20)]],
    ['自信息形成或变更之日起二十个工作日内', [general(20)]],
    ['20个工作日；结果信息7个工作日', [general(20), result(7)]],
    ['自信息形成或者变更之日起20个工作日内，其中许可证信息7个工作日内公开', [general(20), result(7)]],
    ['办事指南：20个工作日\n行政许可结果：自作出决定之日起7个工作日', [general(20), result(7)]],
    ['7个工作日（结果信息）', [result(7)]],
    ['《许可证管理办法》第3条：20个工作日', [general(20)]],
    ['20个工作日内及时公开', [general(20)]],
    ['7日内', [general(7, 'CALENDAR_DAY')]],
    ['5天', [general(5, 'CALENDAR_DAY')]],
    ['30个自然日', [general(30, 'CALENDAR_DAY')]],
    ['5日（工作日）', [general(5)]],
    ['48小时内', [general(2, 'CALENDAR_DAY')]],
    ['实时公开', [general(0, 'CALENDAR_DAY')]],
    ['及时公开', [general(20)]],
    ['一般信息及时公开；结果信息7个工作日', [general(20), result(7)]],
    ['自信息形成之日起20个工作日内公开。法律另有规定的从其规定。', [general(20)]],
    ['20个工作日；20个工作日', [general(20)]],
  ])('reads %j', (cell, value) => {
    expect(readTimeLimits(cell)).toEqual({ value });
  });

  it.each([
    '长期公开',
    '20',
    '按规定时限',
    '每年1月31日前',
    '2020年10月31日',
    '3个月内',
    '5小时内',
    '长期公开；结果信息7个工作日',
    '10个工作日；20个工作日',
  ])('refuses %j', (cell) => {
    expect(readTimeLimits(cell)).toHaveProperty('expected');
  });

  it('takes the limit of a row of results for theirs', () => {
    expect(readTimeLimits('7个工作日', true)).toEqual({ value: [result(7)] });
  });

  it.each([
    [[general(20)]],
    [[general(20), result(7)]],
    [[result(0, 'CALENDAR_DAY')]],
    [[general(30, 'CALENDAR_DAY')]],
  ])('gives back what it wrote: %j', (limits) => {
    expect(readTimeLimits(writeTimeLimits(limits))).toEqual({ value: limits });
  });
});
