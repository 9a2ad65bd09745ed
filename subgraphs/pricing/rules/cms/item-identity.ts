import type { PricedThing } from '../price-row.ts';
import { positiveNumber } from './amount.ts';
import type { ChargeItem } from './charge-item.ts';

/** Codes by which items are compared from hospital to hospital, the best first; those of the hospital alone come last. */
const RANKS: Readonly<Record<string, number>> = { HCPCS: 0, CPT: 0, CDT: 1, NDC: 2, RC: 4, CDM: 5, LOCAL: 5 };
const OTHER_RANK = 3;
/** Codes whose shape no other kind has, so that they need not say what they are. */
const SELF_TELLING: ReadonlySet<string> = new Set(['HCPCS', 'CPT', 'CDT', 'NDC']);
/** What a charge is for one of when the file does not say. */
const UNIT = 'each';

/**
 * What an item of a standard charge file is as a priced thing.
 *
 * - `code`: the first HCPCS or CPT code, else CDT, NDC, any other, revenue code, the hospital's own. Codes of the first
 *   four kinds stand bare; of all others the kind is put before ("MS-DRG 470", "RC 120"), for their numbers overlap.
 * - `specification`: what tells items of one name and code apart: setting, billing class, modifiers, the other codes.
 * - `unit`: of a drug the amount and its measure ("100 ML"), else "each".
 *
 * @see rule H7
 */
export function itemIdentity(item: ChargeItem): Pick<PricedThing, 'code' | 'name' | 'specification' | 'unit'> {
  const codes = item.codes
    .filter(({ code }) => code.text !== '')
    .map(({ code, type }) => ({ code: code.text, type: type.text.toUpperCase() }));
  const first = codes.reduce<(typeof codes)[number] | undefined>(
    (best, one) => (best === undefined || rankOf(one.type) < rankOf(best.type) ? one : best),
    undefined,
  );
  const { setting, billingClass, modifiers, drugUnit, drugType } = item;
  const specification = [
    setting.text.toLowerCase(),
    billingClass.text.toLowerCase(),
    modifiers.text === '' ? '' : `modifier ${modifiers.text}`,
    ...codes.filter((one) => one !== first).map(({ code, type }) => `${type} ${code}`.trim()),
  ].filter((part) => part !== '');
  return {
    code: first === undefined ? '' : codeText(first),
    name: item.description.text,
    specification: specification.length === 0 ? null : specification.join('; '),
    unit:
      drugUnit.text === ''
        ? UNIT
        : `${positiveNumber(drugUnit.text) ?? drugUnit.text} ${drugType.text.toUpperCase()}`.trim(),
  };
}

function rankOf(type: string): number {
  return RANKS[type] ?? OTHER_RANK;
}

function codeText({ code, type }: { readonly code: string; readonly type: string }): string {
  return SELF_TELLING.has(type) ? code.toUpperCase() : `${type} ${code}`.trim();
}
