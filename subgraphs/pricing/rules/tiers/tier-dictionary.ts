import { normalText } from '../../../../core/normal-form.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { textRefusals } from '../../../../core/text-input.ts';

/** A word of a province's dictionary of tiers (等级), and what else lists call the same. */
export interface TierWords {
  readonly tier: string;
  readonly synonyms: readonly string[];
}

const MOST_TIERS = 50;
const MOST_SYNONYMS = 20;
const LONGEST_WORD = 50;

/** The code of the province that a region lies in. */
export function provinceOf(region: string): string {
  return `${region.slice(0, 2)}0000`;
}

/**
 * Every reason why a dictionary is not taken: too many words, a blank or overlong one, or one that stands for two tiers,
 * however it is written.
 *
 * @param path - where the tiers stand in the input
 * @see rule H12 (档位各省不同)
 */
export function tierRefusals(tiers: readonly TierWords[], path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [...countRefusals(tiers.length, MOST_TIERS, path)];
  if (refusals.length > 0) return refusals;
  const seen = new Set<string>();
  for (const [at, { tier, synonyms }] of tiers.entries()) {
    const here = [...path, String(at)];
    refusals.push(...countRefusals(synonyms.length, MOST_SYNONYMS, [...here, 'synonyms']));
    const words = [
      { word: tier, place: [...here, 'tier'] },
      ...synonyms.slice(0, MOST_SYNONYMS).map((word, index) => ({ word, place: [...here, 'synonyms', String(index)] })),
    ];
    for (const { word, place } of words) refusals.push(...wordRefusals(word, place, seen));
  }
  return refusals;
}

function wordRefusals(word: string, path: readonly string[], seen: Set<string>): Refusal[] {
  const refusals = textRefusals(word, { path, name: 'tier', maximum: LONGEST_WORD });
  if (refusals.length > 0) return refusals;
  const normal = normalText(word);
  if (normal === '') return [{ code: 'VALUE_MISSING', path, expected: 'tier', rules: ['H12'] }];
  if (seen.has(normal)) return [{ code: 'VALUE_REPEATED', path, got: word, rules: ['H12'] }];
  seen.add(normal);
  return [];
}

function countRefusals(count: number, most: number, path: readonly string[]): Refusal[] {
  if (count <= most) return [];
  return [{ code: 'TOO_MANY_VALUES', path, expected: String(most), got: String(count) }];
}
