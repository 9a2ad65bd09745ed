import { randomUUID } from 'node:crypto';
import type { CatalogueStatus } from '../rules/filing-status.ts';
import type { NewItem } from '../rules/derivation.ts';
import type { Transaction } from './database.ts';
import { fillTable } from './fill-table.ts';

/** Writes items into an edition; one statement for each table. */
export async function insertItems(tx: Transaction, catalogueId: string, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({ ...item, id: randomUUID() }));
  await fillTable(
    tx,
    'catalogue_item',
    rows.map(({ id, columns, basedOnId, matterId }) => ({
      ...columns,
      ...{ id, catalogueId, basedOnId, matterId: matterId ?? id },
      ...{ isFirstDueProvisional: false, isSample: false, bases: undefined, timeLimits: undefined },
    })),
  );
  const parts = rows.map(({ id, columns }) => ({ id, columns }));
  await fillTable(
    tx,
    'legal_basis',
    parts.flatMap(({ id, columns }) => columns.bases.map((basis, ordinal) => ({ itemId: id, ordinal, ...basis }))),
  );
  await fillTable(
    tx,
    'time_limit',
    parts.flatMap(({ id, columns }) => columns.timeLimits.map((limit, ordinal) => ({ itemId: id, ordinal, ...limit }))),
  );
}

/** Puts items in place of all that an edition has. */
export async function replaceItems(tx: Transaction, catalogueId: string, items: readonly NewItem[]): Promise<void> {
  await tx.catalogueItem.deleteMany({ where: { catalogueId } });
  await insertItems(tx, catalogueId, items);
}

/** Writes new columns into an item that stays the same one. */
export async function rewriteItem(
  tx: Transaction,
  id: string,
  { columns, basedOnId }: Omit<NewItem, 'matterId'>,
): Promise<void> {
  const { bases, timeLimits, ...plain } = columns;
  await tx.legalBasis.deleteMany({ where: { itemId: id } });
  await tx.timeLimit.deleteMany({ where: { itemId: id } });
  await tx.catalogueItem.update({
    where: { id },
    data: {
      ...plain,
      basedOnId,
      contentElements: [...plain.contentElements],
      channels: [...plain.channels],
      levels: [...plain.levels],
    },
  });
  await tx.legalBasis.createMany({ data: bases.map((basis, ordinal) => ({ itemId: id, ordinal, ...basis })) });
  await tx.timeLimit.createMany({ data: timeLimits.map((limit, ordinal) => ({ itemId: id, ordinal, ...limit })) });
}

/** A step of an edition, as it is written down. */
export interface NewStep {
  readonly catalogueId: string;
  readonly status: CatalogueStatus;
  readonly at: Date;
  readonly by: string;
  readonly note?: string | null;
  /** Of a return: the last day to file again, as midnight in UTC. */
  readonly dueOn?: Date | null;
}

/** Writes down a step behind those before it; its number. The edition's region is locked. */
export async function addStep(tx: Transaction, step: NewStep): Promise<number> {
  const ordinal = await tx.catalogueStep.count({ where: { catalogueId: step.catalogueId } });
  await tx.catalogueStep.create({ data: { ...step, ordinal } });
  return ordinal;
}

/** Lets the items of an edition rest on those of another edition of the superior's, matter by matter. */
export async function rebase(tx: Transaction, catalogueId: string, superiorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE catalogue.catalogue_item i SET based_on_id = base.id
      FROM catalogue.catalogue_item was JOIN catalogue.catalogue_item base ON base.matter_id = was.matter_id
     WHERE i.catalogue_id = ${catalogueId} AND was.id = i.based_on_id AND base.catalogue_id = ${superiorId}
       AND i.based_on_id <> base.id`;
}
