import type { ChangeKind, NewEntry } from '../../core/change.ts';
import { fromUtcMidnight } from '../../core/civil-date.ts';
import type {
  Catalogue,
  CatalogueItem,
  ChannelCopy,
  Disclosure,
  DisclosureDuty,
  Institution,
  LegalBasis,
  Region,
  TimeLimit,
} from '../../prisma/generated/catalogue/client/client.ts';

/** The log's entry of a region. */
export function regionPublished(region: Region, occurredAt: Date): NewEntry {
  const { code, name, level, parentCode, isPseudo } = region;
  const payload = { name, level, parent: parentCode, isPseudo };
  return {
    kind: 'PUBLISHED',
    subject: 'REGION',
    subjectId: code,
    occurredAt,
    regionCode: code,
    publisherId: null,
    payload,
  };
}

/** The log's entry of an institution. */
export function institutionPublished(institution: Institution, occurredAt: Date): NewEntry {
  const { id, name, kind, regionCode, superiorId, hospitalGrade, isSample } = institution;
  const payload = { name, kind, region: regionCode, superior: superiorId, hospitalGrade, isSample };
  return { kind: 'PUBLISHED', subject: 'INSTITUTION', subjectId: id, occurredAt, regionCode, publisherId: id, payload };
}

/** An item with all its columns. */
export interface WholeItem extends CatalogueItem {
  readonly bases: readonly LegalBasis[];
  readonly timeLimits: readonly TimeLimit[];
}

/** The log's entry of a catalogue, which holds all its items. */
export function catalogueChanged(
  kind: 'PUBLISHED' | 'REVISED',
  catalogue: Catalogue,
  items: readonly WholeItem[],
  occurredAt: Date,
): NewEntry {
  const { id, regionCode, issuerId, title, edition, status, effectiveOn, effectiveUntil, basedOnId, isSample } =
    catalogue;
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
      effectiveOn: effectiveOn === null ? null : fromUtcMidnight(effectiveOn),
      effectiveUntil: effectiveUntil === null ? null : fromUtcMidnight(effectiveUntil),
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
    matter: item.matterId,
    stage: item.stage,
    isMandatory: item.isMandatory,
    movedTo: item.movedTo,
    isInForce: item.isInForce,
    firstDueOn: item.firstDueOn === null ? null : fromUtcMidnight(item.firstDueOn),
    basedOn: item.basedOnId,
    provenance: item.provenance,
    isSample: item.isSample,
  };
}

/** The log's entry of something that came about under a matter and must be disclosed. */
export function disclosureDutyChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  duty: DisclosureDuty,
  occurredAt: Date,
): NewEntry {
  const { id, regionCode, itemId, matterId, appliesTo, title, isProvisional, isSample } = duty;
  return {
    kind,
    subject: 'DISCLOSURE_DUTY',
    subjectId: id,
    occurredAt,
    regionCode,
    publisherId: null,
    catalogueItemIds: [itemId],
    payload: {
      region: regionCode,
      item: itemId,
      matter: matterId,
      appliesTo,
      title,
      arisenOn: fromUtcMidnight(duty.arisenOn),
      dueOn: fromUtcMidnight(duty.dueOn),
      isProvisional,
      dischargedAt: duty.dischargedAt?.toISOString() ?? null,
      isSample,
    },
  };
}

/** The log's tombstone of a duty that was recorded in error. */
export function disclosureDutyWithdrawn(
  { id, regionCode, itemId }: DisclosureDuty,
  note: string,
  occurredAt: Date,
): NewEntry {
  const about = { subject: 'DISCLOSURE_DUTY', subjectId: id, regionCode, publisherId: null } as const;
  const payload = { reason: 'PUBLISHED_IN_ERROR', note };
  return { ...about, kind: 'WITHDRAWN', occurredAt, catalogueItemIds: [itemId], payload };
}

/** What the log tells of a disclosure. */
interface ToldDisclosure extends Disclosure {
  readonly copies: readonly ChannelCopy[];
  readonly conflictSince: Date | null;
  readonly itemIds: readonly string[];
}

/** The log's entry of a link, or of how a disclosure reads on its channels. */
export function disclosureChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  disclosure: ToldDisclosure,
  occurredAt: Date,
): NewEntry {
  const { regionCode, kind: kindOfDisclosure, title, url, subjectId, copies, conflictSince, isSample } = disclosure;
  return {
    ...aboutDisclosure(disclosure, occurredAt),
    kind,
    payload: {
      region: regionCode,
      kind: kindOfDisclosure,
      title,
      url,
      publishedAt: disclosure.publishedAt.toISOString(),
      subject: subjectId,
      items: [...disclosure.itemIds],
      copies: copies.map(({ channel, url: address, sha256 }) => ({ channel, url: address, sha256 })),
      conflictSince: conflictSince?.toISOString() ?? null,
      isSample,
    },
  };
}

/** The log's tombstone of a link; it holds the reason and nothing of what was withdrawn. */
export function disclosureWithdrawn(
  disclosure: ToldDisclosure,
  { reason, note, occurredAt }: { readonly reason: string; readonly note: string; readonly occurredAt: Date },
): NewEntry {
  return { ...aboutDisclosure(disclosure, occurredAt), kind: 'WITHDRAWN', payload: { reason, note } };
}

function aboutDisclosure({ id, regionCode, publisherId, itemIds }: ToldDisclosure, occurredAt: Date) {
  const about = { subject: 'DISCLOSURE', subjectId: id, regionCode, publisherId, occurredAt } as const;
  return { ...about, catalogueItemIds: [...itemIds] };
}
