import type { NewEntry } from '../../core/change.ts';
import { toUtcMidnight } from '../../core/civil-date.ts';
import { catalogueSampleData } from '../../prisma/sample/sample.ts';
import type { CatalogueSample, SampleItem } from '../../prisma/sample/shapes.ts';
import { cataloguePublished, institutionPublished, regionPublished } from './events.ts';
import type { Transaction } from './store/database.ts';

/** Fills an empty database with the sample's regions, institutions and catalogues, and tells the log of each. */
export async function loadSample(tx: Transaction, record: (...entries: readonly NewEntry[]) => void): Promise<void> {
  const sample = catalogueSampleData();
  const { recordedAt } = sample;
  await tx.region.createMany({ data: [...sample.regions] });
  await tx.institution.createMany({ data: [...sample.institutions] });
  await tx.category.createMany({ data: [...sample.categories] });
  await loadCatalogues(tx, sample);
  record(...sample.regions.map((region) => regionPublished(region, recordedAt)));
  record(...sample.institutions.map((institution) => institutionPublished(institution, recordedAt)));
  const catalogues = await tx.catalogue.findMany({
    include: {
      items: { include: { bases: { orderBy: { ordinal: 'asc' } }, timeLimits: { orderBy: { ordinal: 'asc' } } }, orderBy: { code: 'asc' } },
    },
    orderBy: [{ regionCode: 'asc' }, { id: 'asc' }],
  });
  record(...catalogues.map((catalogue) => cataloguePublished(catalogue, catalogue.items, recordedAt)));
}

async function loadCatalogues(tx: Transaction, { catalogues }: CatalogueSample): Promise<void> {
  await tx.catalogue.createMany({
    data: catalogues.map(({ items: _items, ...columns }) => ({ ...columns, effectiveOn: toUtcMidnight(columns.effectiveOn) })),
  });
  const items = catalogues.flatMap((catalogue) => catalogue.items.map((item) => itemRow(catalogue.id, item)));
  await tx.catalogueItem.createMany({ data: items });
  const all = catalogues.flatMap((catalogue) => catalogue.items);
  const basisRows = all.flatMap(({ id, bases }) => bases.map((basis, ordinal) => ({ itemId: id, ordinal, ...basis })));
  const limitRows = all.flatMap(({ id, timeLimits }) => timeLimits.map((limit, ordinal) => ({ itemId: id, ordinal, ...limit })));
  await tx.legalBasis.createMany({ data: basisRows });
  await tx.timeLimit.createMany({ data: limitRows });
}

function itemRow(catalogueId: string, { bases: _bases, timeLimits: _limits, ...columns }: SampleItem) {
  return {
    ...columns,
    catalogueId,
    contentElements: [...columns.contentElements],
    channels: [...columns.channels],
    levels: [...columns.levels],
    firstDueOn: toUtcMidnight(columns.firstDueOn),
  };
}
