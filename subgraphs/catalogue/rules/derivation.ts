import { isWhole, type BaseItem, type DerivedItem } from './catalogue-lack.ts';
import { numbered } from './item-code.ts';
import type { ItemColumns } from './item-columns.ts';

/** An item of the region's own edition before. */
export interface PreviousItem extends DerivedItem {
  readonly code: string;
  readonly matterId: string;
}

/** An item of the superior's edition, with its id. */
export interface SuperiorItem extends BaseItem {
  readonly id: string;
}

/** An item of the new edition. */
export interface NewItem {
  readonly columns: ItemColumns & { readonly code: string };
  /** The superior's item that it keeps; null for a local one. */
  readonly basedOnId: string | null;
  /** The matter of the edition before that it goes on with; null for a new one. */
  readonly matterId: string | null;
}

/**
 * The items of a new edition: every item of the superior's edition, and what is the region's own.
 *
 * An item that the region had already keeps the region's wording as long as it has all that the superior's now has and
 * is nowhere weaker; otherwise it is the superior's. Local items go on, as do those that the superior no longer lists. A
 * number that the superior uses is free no more: a local item there is numbered anew.
 *
 * @param superior - empty for a region without a superior's catalogue
 * @param previous - the region's edition before; empty when this is the first
 * @see rules C1, C2, C13
 */
export function derivedItems(superior: readonly SuperiorItem[], previous: readonly PreviousItem[]): NewItem[] {
  const own = new Map(
    previous.flatMap((item) => (item.baseMatterId === null ? [] : [[item.baseMatterId, item] as const])),
  );
  const kept = superior.map((base) => {
    const before = own.get(base.matterId);
    const columns = before !== undefined && isWhole(before, base) ? columnsOf(before) : columnsOf(base);
    return { ...columns, code: base.code, basedOnId: base.id, matterId: before?.matterId ?? null };
  });
  const used = new Set(kept.map(({ code }) => code));
  const listed = new Set(superior.map(({ matterId }) => matterId));
  const local = previous
    .filter(({ baseMatterId }) => baseMatterId === null || !listed.has(baseMatterId))
    .map((item) => {
      const code = used.has(item.code) ? null : item.code;
      return { ...columnsOf(item), code, basedOnId: null, matterId: item.matterId };
    });
  return numbered([...kept, ...local]).map(({ basedOnId, matterId, ...columns }) => ({ columns, basedOnId, matterId }));
}

/** The columns alone, without what else a record of an item holds. */
export function columnsOf(item: ItemColumns): ItemColumns {
  const { code, categoryCode, title, publisher, audience, method, stage, movedTo, isMandatory, isInForce } = item;
  return {
    ...{ code, categoryCode, title, publisher, audience, method, stage, movedTo, isMandatory, isInForce },
    contentElements: [...item.contentElements],
    bases: item.bases.map((basis) => ({ title: basis.title, article: basis.article })),
    timeLimits: item.timeLimits.map(({ appliesTo, days, unit }) => ({ appliesTo, days, unit })),
    channels: [...item.channels],
    levels: [...item.levels],
  };
}
