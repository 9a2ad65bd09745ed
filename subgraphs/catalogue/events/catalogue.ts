import type { ChangeKind, NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type {
  Catalogue,
  CatalogueItem,
  Category,
  LegalBasis,
  TimeLimit,
} from '../../../prisma/generated/catalogue/client/client.ts';

/** An item with all its columns. */
export interface WholeItem extends CatalogueItem {
  readonly bases: readonly LegalBasis[];
  readonly timeLimits: readonly TimeLimit[];
  readonly category: Pick<Category, 'name'>;
}

/** The log's entry of a catalogue, which holds all its items. */
export function catalogueChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  catalogue: Catalogue,
  items: readonly WholeItem[],
  occurredAt: Date,
): NewEntry {
  const { id, regionCode, issuerId, title, edition, status, basedOnId, isSample } = catalogue;
  return {
    kind,
    subject: 'CATALOGUE',
    subjectId: id,
    occurredAt,
    regionCode,
    publisherId: issuerId,
    payload: {
      region: regionCode,
      issuer: issuerId,
      title,
      edition,
      status,
      effectiveOn: dayOf(catalogue.effectiveOn),
      effectiveUntil: dayOf(catalogue.effectiveUntil),
      subordinatesFileBy: dayOf(catalogue.subordinatesFileBy),
      basedOn: basedOnId,
      isSample,
      items: items.map(itemPayload),
    },
  };
}

function itemPayload(item: WholeItem) {
  const { id, code, categoryCode, title, contentElements, publisher, channels, audience, method, levels } = item;
  return {
    ...{ id, code, category: categoryCode, title, contentElements, publisher, channels, audience, method, levels },
    bases: item.bases.map(({ title: law, article }) => ({ title: law, article })),
    timeLimits: item.timeLimits.map(({ appliesTo, days, unit }) => ({ appliesTo, days, unit })),
    categoryName: item.category.name,
    matter: item.matterId,
    stage: item.stage,
    isMandatory: item.isMandatory,
    movedTo: item.movedTo,
    isInForce: item.isInForce,
    firstDueFrom: dayOf(item.firstDueFrom),
    firstDueDays: item.firstDueDays,
    firstDueUnit: item.firstDueUnit,
    firstDueOn: dayOf(item.firstDueOn),
    isFirstDueProvisional: item.isFirstDueProvisional,
    basedOn: item.basedOnId,
    provenance: item.provenance,
    isSample: item.isSample,
  };
}

function dayOf(midnight: Date | null): CivilDate | null {
  return midnight === null ? null : fromUtcMidnight(midnight);
}
