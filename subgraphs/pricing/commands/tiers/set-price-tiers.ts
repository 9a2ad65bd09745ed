import { Fault } from '../../../../core/fault.ts';
import { covers, regionRange } from '../../../../core/region-code.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import type { Role } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { provinceOf, tierRefusals, type TierWords } from '../../rules/tiers/tier-dictionary.ts';
import type { PricingContext } from '../../store/database.ts';
import { replaceTiers, tiersOf } from '../../store/tiers/price-tiers.ts';

/** A province's dictionary of tiers (等级), the highest first. */
export interface TierDictionary {
  readonly province: string;
  readonly tiers: readonly TierWords[];
}

const ROLES: readonly Role[] = ['PUBLISHER', 'OPERATOR'];

/**
 * Puts a province's dictionary in place of the one before. It is set up once for all hospitals of the province, by whom
 * the province or the whole region of this hub is granted; lists that are published later go by it. It is how this hub
 * reads files, not something disclosed: the log does not tell of it.
 *
 * @throws Fault BAD_USER_INPUT for a code that is no province's; Refused when not permitted, or for words that rules refuse
 * @see rule H12
 */
export async function setPriceTiers(input: TierDictionary, context: PricingContext): Promise<TierDictionary> {
  const province = checkedProvince(input.province);
  const hub = context.log.hub.regionCode;
  const isOfHub = covers(regionRange(province), hub);
  refuseIfAny([
    ...permissionRefusals(context.scope.viewer, ROLES, isOfHub ? hub : province),
    ...tierRefusals(input.tiers, ['tiers']),
  ]);
  const tiers = input.tiers.map(({ tier, synonyms }) => ({
    tier: tier.trim(),
    synonyms: synonyms.map((word) => word.trim()),
  }));
  await context.db.$transaction((tx) => replaceTiers(tx, province, tiers));
  return { province, tiers };
}

/** A province's dictionary; without words when it has none. */
export async function tierDictionary(province: string, { db }: PricingContext): Promise<TierDictionary> {
  return { province: checkedProvince(province), tiers: await tiersOf(db, province) };
}

function checkedProvince(code: string): string {
  if (regionRange(code).from !== provinceOf(code)) {
    throw new Fault('BAD_USER_INPUT', `Expected the code of a province, for example 140000; got ${code}.`);
  }
  return code;
}
