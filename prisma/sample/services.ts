import families from './services.json' with { type: 'json' };
import type { Owner, PricedThing } from './goods.ts';

/** 济南 goes by the tiers of its own province: the words differ from place to place (rule H12). */
function tierOf(owner: Owner): string | null {
  return owner.regionCode === '370100' ? owner.hospitalGrade : (owner.hospitalGrade?.slice(0, 2) ?? null);
}

/**
 * The services that a hospital of the sample may list: kinds that hospitals in China list, at prices in yuan that are
 * made up, save that family 220301 follows rows that were found. Codes have the nine digits of the national list of
 * 2001: the family's six and a running number.
 */
export function servicesOf(owner: Owner): readonly PricedThing[] {
  return families.flatMap(({ family, unit, isTiered, services }) =>
    services.map(({ name, yuan }, index): PricedThing => {
      const isMarket = name.includes('特需');
      return {
        code: `${family}${String(index + 1).padStart(3, '0')}`,
        name,
        specification: null,
        unit,
        tier: isTiered ? tierOf(owner) : null,
        mode: isMarket ? 'MARKET_REGULATED' : 'GOVERNMENT_GUIDED',
        insuranceClass: isMarket ? '丙' : yuan > 150 ? '乙' : '甲',
        amount: yuan * 10_000,
        step: yuan >= 20 ? 10_000 : 1000,
        isUsual: family === '220301' || index === 0,
      };
    }),
  );
}
