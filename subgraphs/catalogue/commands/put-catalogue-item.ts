import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { columnsOf } from '../rules/derivation.ts';
import { numbered } from '../rules/item-code.ts';
import type { ItemColumns } from '../rules/item-columns.ts';
import { itemRefusals } from '../rules/item-input.ts';
import { WEAKENING_RULES, weakenings } from '../rules/item-weakening.ts';
import type { CatalogueContext, CatalogueItem, Transaction } from '../store/database.ts';
import { insertItems, rewriteItem } from '../store/edition-writes.ts';
import { itemsOfEdition, type EditionItem } from '../store/editions.ts';
import { editionOfAuthors } from './permitted-edition.ts';

export interface PutCatalogueItemInput {
  readonly catalogue: string;
  /** The item to change; null adds a local item. */
  readonly item: string | null;
  readonly columns: ItemColumns;
}

/**
 * Adds a local item to a draft, which is free, or changes one of its items; an item kept from the superior may not ask
 * for less than the superior's does.
 *
 * @throws Refused when not permitted, for columns that rules refuse, or for weakening
 * @see rules C1, C2, C5, C7
 */
export async function putCatalogueItem(
  { catalogue, item: itemId, columns }: PutCatalogueItemInput,
  context: CatalogueContext,
): Promise<CatalogueItem> {
  return transact<Transaction, CatalogueItem>(context, async (tx) => {
    const path = ['input', 'catalogue'];
    await editionOfAuthors(tx, context.scope.viewer, { id: catalogue, path, step: 'edit' });
    const items = await itemsOfEdition(tx, catalogue);
    const before = items.find(({ id }) => id === itemId) ?? null;
    const categories = await tx.category.findMany({ orderBy: { code: 'asc' } });
    refuseIfAny([
      ...(itemId !== null && before === null ? [unknownItem(itemId)] : []),
      ...itemRefusals(columns, ['input'], new Set(categories.map(({ code }) => code))).map(asAsked),
      ...takenCode(columns, items, itemId),
      ...(await weakenedRefusals(tx, columns, before)),
    ]);
    const others = items.filter(({ id }) => id !== itemId).map(columnsOf);
    const code = numbered([...others, { ...columns, code: columns.code ?? before?.code ?? null }]).at(-1)?.code ?? '';
    const written = { ...columns, code };
    if (before !== null) await rewriteItem(tx, before.id, { columns: written, basedOnId: before.basedOnId });
    else await insertItems(tx, catalogue, [{ columns: written, basedOnId: null, matterId: null }]);
    return tx.catalogueItem.findUniqueOrThrow({ where: { catalogueId_code: { catalogueId: catalogue, code } } });
  });
}

/** The input calls it `category`. */
function asAsked(refusal: Refusal): Refusal {
  return { ...refusal, path: refusal.path.map((name) => (name === 'categoryCode' ? 'category' : name)) };
}

function unknownItem(itemId: string): Refusal {
  return { code: 'NOT_FOUND', path: ['input', 'item'], expected: 'CatalogueItem', got: itemId.slice(0, 100) };
}

function takenCode({ code }: ItemColumns, items: readonly EditionItem[], itemId: string | null): Refusal[] {
  const isTaken = items.some((item) => item.code === code && item.id !== itemId);
  return isTaken ? [{ code: 'ITEM_CODE_TAKEN', path: ['input', 'code'], got: code ?? '', rules: ['C5'] }] : [];
}

async function weakenedRefusals(tx: Transaction, columns: ItemColumns, before: EditionItem | null): Promise<Refusal[]> {
  if (before?.basedOnId == null) return [];
  const base = await tx.catalogueItem.findUniqueOrThrow({
    where: { id: before.basedOnId },
    include: { bases: true, timeLimits: true },
  });
  const found = weakenings(columns, base).map(({ column, expected, got }) => ({
    ...({ code: 'ITEM_WEAKENED', path: ['input', column], expected, got, rules: WEAKENING_RULES } as const),
  }));
  return found.map(asAsked);
}
