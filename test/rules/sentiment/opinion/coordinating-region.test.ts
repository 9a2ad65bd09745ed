import { describe, expect, it } from 'vitest';
import { coordinatingRegion } from '../../../../subgraphs/sentiment/rules/opinion/coordinating-region.ts';

describe('the region that coordinates', () => {
  it.each([
    ['none, for one region', ['140521'], null],
    ['none, for one region named twice', ['140521', '140521'], null],
    ['the prefecture of two counties', ['140521', '140522'], '140500'],
    ['the prefecture that is one of them', ['140521', '140500'], '140500'],
    ['the province of two prefectures', ['140500', '140400'], '140000'],
    ['the province of counties of two prefectures', ['140521', '140423', '140522'], '140000'],
    ['the province that is one of them', ['140000', '140521'], '140000'],
    ['none, across provinces', ['140521', '410100'], null],
    ['the municipality of two of its districts', ['310101', '310104'], '310000'],
    ['the province of counties that stand right below it', ['429004', '429005'], '420000'],
  ])('is %s', (_which, codes, expected) => {
    expect(coordinatingRegion(codes)).toBe(expected);
    expect(coordinatingRegion([...codes].reverse())).toBe(expected);
  });
});
