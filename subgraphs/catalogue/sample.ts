import type { NewEntry } from '../../core/change.ts';
import { catalogueSampleData } from '../../prisma/sample/sample.ts';
import type { CatalogueSample } from '../../prisma/sample/shapes.ts';
import { catalogueChanged } from './events/catalogue.ts';
import { institutionPublished, regionPublished } from './events/region.ts';
import { wholeCatalogues } from './store/catalogues.ts';
import type { Transaction } from './store/database.ts';
import { fillTable } from './store/fill-table.ts';
import { loadWorkPlans } from './supervision-sample.ts';

/** Fills an empty database with the sample's regions, institutions and catalogues, and tells the log of each. */
export async function loadSample(tx: Transaction, record: (...entries: readonly NewEntry[]) => void): Promise<void> {
  const sample = catalogueSampleData();
  const { recordedAt } = sample;
  await fillTable(tx, 'region', sample.regions);
  await fillTable(tx, 'institution', sample.institutions);
  await fillTable(tx, 'category', sample.categories);
  await loadCatalogues(tx, sample);
  await loadWorkPlans(tx, sample);
  record(...sample.regions.map((region) => regionPublished(region, recordedAt)));
  record(...sample.institutions.map((institution) => institutionPublished(institution, recordedAt)));
  for (const { items, ...catalogue } of await wholeCatalogues(tx)) {
    record(catalogueChanged('PUBLISHED', catalogue, items, recordedAt));
  }
}

async function loadCatalogues(tx: Transaction, { catalogues }: CatalogueSample): Promise<void> {
  const items = catalogues.flatMap((catalogue) =>
    catalogue.items.map((item) => ({ ...item, catalogueId: catalogue.id })),
  );
  const bases = items.flatMap((item) => item.bases.map((basis, ordinal) => ({ itemId: item.id, ordinal, ...basis })));
  const limits = items.flatMap((item) =>
    item.timeLimits.map((limit, ordinal) => ({ itemId: item.id, ordinal, ...limit })),
  );
  await fillTable(
    tx,
    'catalogue',
    catalogues.map((catalogue) => ({ ...catalogue, items: undefined, steps: undefined })),
  );
  await fillTable(
    tx,
    'catalogue_item',
    items.map((item) => ({ ...item, bases: undefined, timeLimits: undefined })),
  );
  const steps = catalogues.flatMap(({ id, steps: own }) =>
    own.map((step, ordinal) => ({ catalogueId: id, ordinal, ...step })),
  );
  await fillTable(tx, 'catalogue_step', steps);
  await fillTable(tx, 'legal_basis', bases);
  await fillTable(tx, 'time_limit', limits);
}
