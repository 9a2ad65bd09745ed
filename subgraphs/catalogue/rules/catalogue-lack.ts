import type { ItemColumns } from './item-columns.ts';
import { weakenings, type Weakening } from './item-weakening.ts';

/** An item of the superior's edition. */
export interface BaseItem extends ItemColumns {
  readonly code: string;
  /** The matter, the same in every edition. */
  readonly matterId: string;
}

/** An item of the edition that is compared. */
export interface DerivedItem extends ItemColumns {
  /** The superior's matter that it keeps; null for a local item. */
  readonly baseMatterId: string | null;
}

/** How an edition falls short of one item of the superior's. */
export const LACK_KINDS = ['MISSING', 'WEAKER', 'INCOMPLETE'] as const;
export type LackKind = (typeof LACK_KINDS)[number];

/** What an edition lacks of one item of the superior's edition. */
export interface CatalogueLack<Base extends BaseItem, Own extends DerivedItem> {
  readonly kind: LackKind;
  readonly base: Base;
  /** Null when it is missing. */
  readonly item: Own | null;
  /** Column by column, what is expected and what stands there; empty when the item is missing. */
  readonly columns: readonly Weakening[];
}

/**
 * What an edition lacks of the superior's (C1: every mandatory item is kept, whole): items that are MISSING, items that
 * are WEAKER, and items that are INCOMPLETE: without an element, legal basis or channel that the superior's item has,
 * under another title, or marked as moved to another body.
 * Abolished items are owed by nobody, and those that are not mandatory need not be there.
 *
 * @see rules C1, C2
 */
export function catalogueLacks<Base extends BaseItem, Own extends DerivedItem>(
  own: readonly Own[],
  superior: readonly Base[],
): CatalogueLack<Base, Own>[] {
  const kept = new Map(own.flatMap((item) => (item.baseMatterId === null ? [] : [[item.baseMatterId, item] as const])));
  return superior
    .filter((base) => base.isInForce)
    .flatMap((base): CatalogueLack<Base, Own>[] => {
      const item = kept.get(base.matterId) ?? null;
      if (item === null) return base.isMandatory ? [{ kind: 'MISSING', base, item, columns: [] }] : [];
      const weaker = weakenings(item, base);
      if (weaker.length > 0) return [{ kind: 'WEAKER', base, item, columns: weaker }];
      const columns = [...shortfalls(item, base), ...adjustments(item, base)];
      return columns.length > 0 ? [{ kind: 'INCOMPLETE', base, item, columns }] : [];
    });
}

/** Whether an item has all that the superior's has, and is nowhere weaker. */
export function isWhole(own: ItemColumns, base: ItemColumns): boolean {
  return weakenings(own, base).length === 0 && shortfalls(own, base).length === 0;
}

/** What may be adjusted to local circumstances, and is for the reviewer to see. @see rule C4 */
function adjustments(own: ItemColumns, base: ItemColumns): Weakening[] {
  const found: Weakening[] = [];
  if (own.title !== base.title) found.push({ column: 'title', expected: base.title, got: own.title });
  if (base.movedTo === null && own.movedTo !== null) found.push({ column: 'movedTo', expected: '—', got: own.movedTo });
  return found;
}

function shortfalls(own: ItemColumns, base: ItemColumns): Weakening[] {
  const basisOf = ({ title, article }: ItemColumns['bases'][number]) => `${title}${article ?? ''}`;
  const lists = [
    ['contentElements', base.contentElements, own.contentElements],
    ['bases', base.bases.map(basisOf), own.bases.map(basisOf)],
    ['channels', base.channels, own.channels],
  ] as const;
  return lists.flatMap(([column, expected, got]) => {
    const missing = expected.filter((one) => !(got as readonly string[]).includes(one));
    return missing.length === 0 ? [] : [{ column, expected: missing.join('；'), got: got.join('；') }];
  });
}
