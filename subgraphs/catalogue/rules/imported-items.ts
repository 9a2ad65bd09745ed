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
 * The items of a new edition as a file has them. An item is the superior's when it bears the same title under the same
 * heading, or else the same number under the same heading; likewise it goes on with the region's own matter.
 *
 * @returns an item for each of the file, in its order
 */
export function importedItems(items: readonly ItemColumns[], { superior, previous }: ImportGround): NewItem[] {
  const base = matching(items, superior);
  const before = matching(items, previous);
  const own = new Map(
    previous.flatMap((item) => (item.baseMatterId === null ? [] : [[item.baseMatterId, item] as const])),
  );
  const codes = new Set(items.flatMap(({ code }) => code ?? []));
  const suggested = items.map((item, index) => {
    const code = item.code ?? base[index]?.code ?? before[index]?.code ?? null;
    const isFree = item.code !== null || code === null || !codes.has(code);
    if (isFree && code !== null) codes.add(code);
    return { ...item, code: isFree ? code : null };
  });
  const columns = numbered(suggested);
  const taken = new Set<string>();
  return columns.map((item, index) => {
    const superiorItem = base[index] ?? null;
    const matter = (superiorItem === null ? before[index] : (own.get(superiorItem.matterId) ?? before[index])) ?? null;
    const matterId = matter === null || taken.has(matter.matterId) ? null : matter.matterId;
    if (matterId !== null) taken.add(matterId);
    return { columns: item, basedOnId: superiorItem?.id ?? null, matterId };
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
  const repeated = repeatedCodes(items).map((index): Refusal => {
    return {
      code: 'ITEM_CODE_TAKEN',
      path: ['items', String(index), 'code'],
      got: items[index]?.code ?? '',
      rules: ['C5'],
    };
  });
  return [...own, ...repeated, ...shortcomings(items, ground)];
}

function shortcomings(items: readonly ItemColumns[], { superior }: ImportGround): Refusal[] {
  const base = matching(items, superior);
  const derived = items.map((item, index) => ({ ...item, index, baseMatterId: base[index]?.matterId ?? null }));
  return catalogueLacks(derived, superior).flatMap(({ kind, base: lacked, item, columns }): Refusal[] => {
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

/** For each item the known one that it is, each known one once; null for what is new. */
function matching<Known extends ItemColumns>(items: readonly ItemColumns[], known: readonly Known[]): (Known | null)[] {
  const byTitle = new Map(known.map((one) => [titleKey(one), one]));
  const byCode = new Map(known.map((one) => [`${one.categoryCode} ${one.code ?? ''}`, one]));
  const used = new Set<Known>();
  const take = (one: Known | undefined): Known | null => {
    if (one === undefined || used.has(one)) return null;
    used.add(one);
    return one;
  };
  const titled = items.map((item) => take(byTitle.get(titleKey(item))));
  return items.map(
    (item, index) =>
      titled[index] ?? (item.code === null ? null : take(byCode.get(`${item.categoryCode} ${item.code}`))),
  );
}

/** Titles are the same when they differ only in spaces, in full or half width, or in kinds of brackets. */
function titleKey({ categoryCode, title }: ItemColumns): string {
  return `${categoryCode} ${title.normalize('NFKC').replace(/[\s《》〈〉「」『』【】[\]()“”"'‘’]/g, '')}`;
}
