import { civilDateOf, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { editionRefusals } from '../rules/edition-input.ts';
import { filingStatusRefusals } from '../rules/filing-status.ts';
import { importedItems, importRefusals, type ImportGround } from '../rules/imported-items.ts';
import type { ItemColumns } from '../rules/item-columns.ts';
import type { Catalogue, CatalogueContext, Region, Transaction } from '../store/database.ts';
import { replaceItems } from '../store/edition-writes.ts';
import {
  itemsOfEdition,
  lockRegion,
  openEditionOf,
  superiorEdition,
  wholeEditionInForce,
  type WholeEdition,
} from '../store/editions.ts';
import { AUTHORS } from './authors.ts';
import { midnight, openEdition, openingRefusals } from './open-edition.ts';

/** A catalogue as a file has it. */
export interface ImportCatalogueInput {
  readonly region: string;
  /** What the edition is called, the draft's name if one is under way; null keeps that, or takes the present year. */
  readonly edition: string | null;
  readonly title: string | null;
  readonly effectiveOn: CivilDate | null;
  readonly items: readonly ItemColumns[];
}

/**
 * Makes exactly the items given the region's draft: the one under way, or a new one. Nothing is half imported.
 *
 * @throws Refused when not permitted, while the edition under way is filed, or for every item that does not do; the paths
 *   of items begin with `items` and their index
 * @see rules C1, C2, C5, C10
 */
export async function importCatalogue(input: ImportCatalogueInput, context: CatalogueContext): Promise<Catalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  refuseIfAny(permissionRefusals(viewer, AUTHORS, input.region));
  return transact<Transaction, Catalogue>(context, async (tx) => {
    const { region, draft, superior, ground, edition, refusals } = await weighed(tx, input, civilDateOf(now));
    if (region === null || refusals.length > 0) throw new Refused(refusals);
    const items = importedItems(input.items, ground);
    const basedOnId = superior?.id ?? null;
    const named = { ...input, edition };
    if (draft === null) return openEdition(tx, named, { region, basedOnId, items, by: viewer?.subject ?? '', now });
    await replaceItems(tx, draft.id, items);
    return tx.catalogue.update({
      where: { id: draft.id },
      data: {
        ...{ title: input.title ?? draft.title, basedOnId },
        ...(input.effectiveOn !== null && { effectiveOn: midnight(input.effectiveOn) }),
      },
    });
  });
}

/** Why {@link importCatalogue} would refuse items, without importing any: for a file that has other faults as well. */
export async function importFaults(
  input: ImportCatalogueInput,
  context: CatalogueContext,
): Promise<readonly Refusal[]> {
  const today = civilDateOf(context.clock.now());
  return transact<Transaction, readonly Refusal[]>(context, async (tx) => (await weighed(tx, input, today)).refusals);
}

/** The items against what stands above and before them. */
async function weighed(tx: Transaction, input: ImportCatalogueInput, today: CivilDate) {
  const region = await lockRegion(tx, input.region);
  const draft = await openEditionOf(tx, input.region);
  const edition = input.edition ?? draft?.edition ?? today.slice(0, 4);
  const superior = await superiorEdition(tx, input.region, today);
  const ground = await groundOf(tx, { region, draft, superior }, today);
  const opening = draft === null ? openingRefusals(tx, region, { ...input, edition }) : draftRefusals(draft, edition);
  const refusals = [...editionRefusals(input, today), ...(await opening), ...importRefusals(input.items, ground)];
  return { region, draft, superior, ground, edition, refusals };
}

/** A draft is replaced only under its own name. */
function draftRefusals(draft: Catalogue, edition: string): Refusal[] {
  const { status } = draft;
  const refusals = filingStatusRefusals('edit', status);
  if (edition === draft.edition) return refusals;
  return [...refusals, { code: 'EDITION_OPEN', path: ['edition'], got: `${draft.edition} (${status})` }];
}

interface Standing {
  readonly region: Region | null;
  readonly draft: Catalogue | null;
  readonly superior: WholeEdition | null;
}

async function groundOf(
  tx: Transaction,
  { region, draft, superior }: Standing,
  today: CivilDate,
): Promise<ImportGround> {
  const inForce = region === null ? null : await wholeEditionInForce(tx, region.code, today);
  const previous = draft === null ? (inForce?.items ?? []) : await itemsOfEdition(tx, draft.id);
  const categories = await tx.category.findMany({ orderBy: { code: 'asc' } });
  return { superior: superior?.items ?? [], previous, categories: new Set(categories.map(({ code }) => code)) };
}
