import { describe, expect, it } from 'vitest';
import { areaAround, nearness } from '../../../../subgraphs/pricing/rules/search/area.ts';

describe('the area around a patient', () => {
  it.each([
    ['140521', 'REGION', '140521'],
    ['140521', 'PREFECTURE', '140500'],
    ['140521', 'PROVINCE', '140000'],
    ['140500', 'PREFECTURE', '140500'],
    ['140000', 'PREFECTURE', '140000'],
    ['140000', 'PROVINCE', '140000'],
  ] as const)('of %s as %s is %s', (region, area, around) => {
    expect(areaAround(region, area)).toBe(around);
  });

  it.each(['', '1405', '14 OR 1', '1405210'])('is not that of %j, which is no region', (region) => {
    expect(() => areaAround(region, 'PREFECTURE')).toThrow(`got ${JSON.stringify(region)}`);
  });

  it.each([
    ['140521', 0],
    ['140502', 1],
    ['140500', 1],
    ['140101', 2],
    ['320100', 3],
  ])('has %s at distance %i of 140521', (other, distance) => {
    expect(nearness('140521', other)).toBe(distance);
  });
});
