import { describe, expect, it } from 'vitest';
import { canonicalUnitName, isCollective } from '../../../subgraphs/catalogue/rules/unit-name.ts';

describe('the one name of a unit', () => {
  it.each([
    ['办公室', '中卫市卫生和计划生育局', '局办公室'],
    ['局办公室', '中卫市卫生和计划生育局', '局办公室'],
    [' 办 公 室 ', '中卫市卫生和计划生育局', '局办公室'],
    ['办公室', '晋城市卫生健康委员会', '委办公室'],
    ['办公室', '晋城市卫健委', '委办公室'],
    ['办公室', '某中心', '办公室'],
    ['法制科', '中卫市卫生和计划生育局', '法制科'],
  ])('%s of %s is %s', (name, issuer, unit) => {
    expect(canonicalUnitName(name, issuer)).toBe(unit);
  });
});

describe('a class of bodies', () => {
  it.each([
    ['各医疗卫生单位', true],
    ['市属各医疗卫生单位', true],
    ['有在建项目医疗卫生单位', true],
    ['局机关各科室', true],
    ['法制科', false],
    ['市卫生监督所', false],
  ])('is %s: %s', (unit, is) => {
    expect(isCollective(unit)).toBe(is);
  });
});
