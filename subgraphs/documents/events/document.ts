import type { NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type { Document, WithdrawalReason } from '../../../prisma/generated/documents/client/client.ts';
import type { PublicDocument } from '../store/public-document.ts';

/** The log's entry of a document that went out. */
export function documentPublished(document: PublicDocument, occurredAt: Date): NewEntry {
  return documentEntry('PUBLISHED', document, occurredAt);
}

/** The log's entry of a published document that is another now, such as one that holds no more. */
export function documentRevised(document: PublicDocument, occurredAt: Date): NewEntry {
  return documentEntry('REVISED', document, occurredAt);
}

function documentEntry(kind: 'PUBLISHED' | 'REVISED', document: PublicDocument, occurredAt: Date): NewEntry {
  const catalogueItemIds = itemIdsOf(document);
  return {
    ...aboutDocument(document, occurredAt),
    kind,
    catalogueItemIds,
    payload: {
      title: document.title,
      body: document.body,
      documentNumber: document.documentNumber,
      indexNumber: document.indexNumber,
      issuer: document.issuerId,
      region: document.regionCode,
      attribute: document.attribute,
      isPolicy: document.isPolicy,
      isNormative: document.isNormative,
      isEnterpriseRelated: document.isEnterpriseRelated,
      theme: document.theme,
      genre: document.genre,
      origin: document.origin,
      leadIssuer: document.leadIssuerId,
      disclosureClause: document.disclosureClause,
      publishedAt: document.publishedAt?.toISOString() ?? null,
      // The superior as the public may know of it: not at all unless it is published.
      superior: document.superior?.status === 'PUBLISHED' ? document.superiorId : null,
      catalogueItems: catalogueItemIds,
      isSample: document.isSample,
      ...validityOf(document),
    },
  };
}

/** Whether a document holds, since when and until when, and what it does to others. */
function validityOf({ validity, steps, issuedOn, effectiveOn, expiresOn, changes }: PublicDocument) {
  const idsOf = (kind: 'AMENDS' | 'REPEALS') =>
    changes.filter((one) => one.kind === kind).map(({ relatedId }) => relatedId);
  return {
    validity,
    validityChangedAt: steps[0]?.takenAt.toISOString() ?? null,
    issuedOn: dayOf(issuedOn),
    effectiveOn: dayOf(effectiveOn),
    expiresOn: dayOf(expiresOn),
    amends: idsOf('AMENDS'),
    repeals: idsOf('REPEALS'),
  };
}

function dayOf(day: Date | null): string | null {
  return day === null ? null : fromUtcMidnight(day);
}

/** Why and when something stopped being public. */
export interface Withdrawal {
  readonly reason: WithdrawalReason;
  readonly note: string;
  readonly occurredAt: Date;
}

/** A document with the items it is disclosed under. */
interface DocumentWithItems extends Document {
  readonly items: readonly { readonly itemId: string }[];
}

/** The log's tombstone of a document; it holds the reason and nothing of what was withdrawn. */
export function documentWithdrawn(document: DocumentWithItems, { reason, note, occurredAt }: Withdrawal): NewEntry {
  const catalogueItemIds = itemIdsOf(document);
  return { ...aboutDocument(document, occurredAt), kind: 'WITHDRAWN', catalogueItemIds, payload: { reason, note } };
}

function itemIdsOf({ items }: Pick<DocumentWithItems, 'items'>): string[] {
  return items.map(({ itemId }) => itemId).sort();
}

function aboutDocument({ id, regionCode, issuerId }: Document, occurredAt: Date) {
  return { subject: 'DOCUMENT', subjectId: id, occurredAt, regionCode, publisherId: issuerId } as const;
}
