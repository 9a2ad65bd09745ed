import type { Refusal } from '../../../core/refusal.ts';
import { catalogueLacks } from './catalogue-lack.ts';
import type { NewItem, PreviousItem, SuperiorItem } from './derivation.ts';
import { numbered, repeatedCodes } from './item-code.ts';
import type { ItemColumns } from './item-columns.ts';
import { itemRefusals } from './item-input.ts';
import { WEAKENING_RULES } from './item-weakening.ts';

/** What the items of a file are held against. */
export interface ImportGround {
  /** The superior's edition in force; empty when nothing is above. */
  readonly superior: readonly SuperiorItem[];
  /** The region's draft or edition before; empty when there is none. */
  readonly previous: readonly PreviousItem[];
  /** The codes of the first-level headings. */
  readonly categories: ReadonlySet<string>;
}

/**
 * The items of a new edition as a file has them. An item goes on with the region's own matter when it bears the same
 * title under the same heading, or else keeps the same item of the superior's, or else bears the same number under the
 * same heading. It is the superior's item that this matter keeps, or else the one of the same title, or else of the same
 * number, under the same heading. Of several with one title the one with the same number is meant.
 *
 * @returns an item for each of the file, in its order
 */
export function importedItems(items: readonly ItemColumns[], ground: ImportGround): NewItem[] {
  const { base, before } = matched(items, ground);
  const codes = new Set(items.flatMap(({ code }) => code ?? []));
  const suggested = items.map((item, index) => {
    if (item.code !== null) return item;
    const code = base[index]?.code ?? before[index]?.code ?? null;
    if (code === null || codes.has(code)) return item;
    codes.add(code);
    return { ...item, code };
  });
  return numbered(suggested).map((columns, index) => {
    return { columns, basedOnId: base[index]?.id ?? null, matterId: before[index]?.matterId ?? null };
  });
}

/**
 * Why the items of a file can not make an edition, all reasons at once: each item's columns, numbers that stand twice,
 * and what falls short of the superior's edition. Paths begin with `items` and the item's index; what is missing has no
 * index.
 *
 * @see rules C1, C2, C5
 */
export function importRefusals(items: readonly ItemColumns[], ground: ImportGround): Refusal[] {
  if (items.length === 0) return [{ code: 'VALUE_MISSING', path: ['items'], expected: 'CatalogueItem', rules: ['C2'] }];
  const own = items.flatMap((item, index) => itemRefusals(item, ['items', String(index)], ground.categories));
  const repeated = repeatedCodes(items).map(({ index, code }): Refusal => {
    return { code: 'ITEM_CODE_TAKEN', path: ['items', String(index), 'code'], got: code, rules: ['C5'] };
  });
  return [...own, ...repeated, ...shortcomings(items, ground)];
}

function shortcomings(items: readonly ItemColumns[], ground: ImportGround): Refusal[] {
  const { base } = matched(items, ground);
  const derived = items.map((item, index) => ({ ...item, index, baseMatterId: base[index]?.matterId ?? null }));
  return catalogueLacks(derived, ground.superior).flatMap(({ kind, base: lacked, item, columns }): Refusal[] => {
    if (kind === 'INCOMPLETE') return [];
    if (item === null) {
      return [
        { code: 'ITEM_LACKING', path: ['items'], expected: `${lacked.code} ${lacked.title}`, rules: ['C1', 'C2'] },
      ];
    }
    return columns.map(({ column, expected, got }) => ({
      ...{ code: 'ITEM_WEAKENED', path: ['items', String(item.index), column], expected, got },
      rules: WEAKENING_RULES,
    }));
  });
}

/** What the items of a file are known as, by their indexes; null for what is new. */
interface Matched {
  readonly base: readonly (SuperiorItem | null)[];
  readonly before: readonly (PreviousItem | null)[];
}

function matched(items: readonly ItemColumns[], { superior, previous }: ImportGround): Matched {
  const likeness = (keyOf: (item: ItemColumns) => string | null) => ({ keys: items.map(keyOf), keyOf });
  const titled = [likeness((item) => `${titleKey(item)} ${item.code ?? ''}`), likeness(titleKey)];
  const numberedAlike = likeness(({ categoryCode, code }) => (code === null ? null : `${categoryCode} ${code}`));
  const keeping = matching(items.length, previous, titled).map((item) => item?.baseMatterId ?? null);
  const base = matching(items.length, superior, [
    { keys: keeping, keyOf: ({ matterId }) => matterId },
    ...titled,
    numberedAlike,
  ]);
  const kept = base.map((item) => item?.matterId ?? null);
  const before = matching(items.length, previous, [
    ...titled,
    { keys: kept, keyOf: ({ baseMatterId }) => baseMatterId },
    numberedAlike,
  ]);
  return { base, before };
}

/** By what an item of a file is told to be a known one: both have the same key. */
interface Likeness<Known> {
  /** The keys of the items of the file, in their order; null for one that has none. */
  readonly keys: readonly (string | null)[];
  readonly keyOf: (known: Known) => string | null;
}

/** For each item of the file the known one that it is, by the first likeness that tells, each known one once. */
function matching<Known>(
  count: number,
  known: readonly Known[],
  likenesses: readonly Likeness<Known>[],
): (Known | null)[] {
  const found = new Map<number, Known>();
  const used = new Set<Known>();
  for (const { keys, keyOf } of likenesses) {
    const free = new Map<string | null, Known[]>();
    for (const one of known) {
      const alike = free.get(keyOf(one)) ?? [];
      if (!used.has(one)) alike.push(one);
      free.set(keyOf(one), alike);
    }
    keys.forEach((key, index) => {
      const one = key === null || found.has(index) ? undefined : free.get(key)?.shift();
      if (one === undefined) return;
      found.set(index, one);
      used.add(one);
    });
  }
  return Array.from({ length: count }, (_none, index) => found.get(index) ?? null);
}

/** Titles are the same when they differ only in spaces, in full or half width, or in kinds of brackets. */
function titleKey({ categoryCode, title }: ItemColumns): string {
  return `${categoryCode} ${title.normalize('NFKC').replace(/[\s《》〈〉「」『』【】〔〕〖〗[\]{}()“”"'‘’]/g, '')}`;
}
