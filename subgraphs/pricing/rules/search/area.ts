import { covers, regionRange } from '../../../../core/region-code.ts';

/** How far around a region somebody looks for prices. */
export const PRICE_AREAS = ['REGION', 'PREFECTURE', 'PROVINCE'] as const;
export type PriceArea = (typeof PRICE_AREAS)[number];

/**
 * The code of the region that is looked through: the region itself, its prefecture, or its province. A region that is as
 * large already stays as it is.
 *
 * @throws Fault BAD_USER_INPUT when the region is not six digits
 * @see GB/T 2260
 */
export function areaAround(region: string, area: PriceArea): string {
  regionRange(region);
  if (area === 'REGION') return region;
  if (area === 'PROVINCE') return `${region.slice(0, 2)}0000`;
  return region.endsWith('0000') ? region : `${region.slice(0, 4)}00`;
}

/** How near a region is to another: 0 within it, 1 in its prefecture, 2 in its province, 3 elsewhere. */
export function nearness(region: string, other: string): number {
  const near = PRICE_AREAS.findIndex((area) => covers(regionRange(areaAround(region, area)), other));
  return near < 0 ? PRICE_AREAS.length : near;
}
