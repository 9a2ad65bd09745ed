import type { NewEntry } from '../../core/change.ts';
import { fromUtcMidnight } from '../../core/civil-date.ts';
import type { Document, Interpretation, WithdrawalReason } from '../../prisma/generated/documents/client/client.ts';

/** A document with the items it is disclosed under. */
export interface DocumentWithItems extends Document {
  readonly items: readonly { readonly itemId: string }[];
}

/** The log's entry of a document that went out. */
export function documentPublished(document: DocumentWithItems, occurredAt: Date): NewEntry {
  const catalogueItemIds = document.items.map(({ itemId }) => itemId).sort();
  return {
    ...aboutDocument(document, occurredAt),
    kind: 'PUBLISHED',
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
      validity: document.validity,
      issuedOn: document.issuedOn === null ? null : fromUtcMidnight(document.issuedOn),
      publishedAt: document.publishedAt?.toISOString() ?? null,
      superior: document.superiorId,
      catalogueItems: catalogueItemIds,
      isSample: document.isSample,
    },
  };
}

/** The log's entry of an interpretation that went out. */
export function interpretationPublished(
  interpretation: Interpretation,
  document: Document,
  occurredAt: Date,
): NewEntry {
  return {
    ...aboutInterpretation(interpretation, document, occurredAt),
    kind: 'PUBLISHED',
    payload: {
      document: interpretation.documentId,
      title: interpretation.title,
      body: interpretation.body,
      forms: interpretation.forms,
      channels: interpretation.channels,
      publishedAt: interpretation.publishedAt?.toISOString() ?? null,
      isSample: interpretation.isSample,
    },
  };
}

/** Why and when something stopped being public. */
export interface Withdrawal {
  readonly reason: WithdrawalReason;
  readonly note: string;
  readonly occurredAt: Date;
}

/** The log's tombstone of a document; it holds the reason and nothing of what was withdrawn. */
export function documentWithdrawn(document: DocumentWithItems, { reason, note, occurredAt }: Withdrawal): NewEntry {
  const catalogueItemIds = document.items.map(({ itemId }) => itemId).sort();
  return { ...aboutDocument(document, occurredAt), kind: 'WITHDRAWN', catalogueItemIds, payload: { reason, note } };
}

/** The log's tombstone of an interpretation, which goes with its document. */
export function interpretationWithdrawn(
  interpretation: Interpretation,
  document: Document,
  { reason, note, occurredAt }: Withdrawal,
): NewEntry {
  return { ...aboutInterpretation(interpretation, document, occurredAt), kind: 'WITHDRAWN', payload: { reason, note } };
}

function aboutDocument({ id, regionCode, issuerId }: Document, occurredAt: Date) {
  return { subject: 'DOCUMENT', subjectId: id, occurredAt, regionCode, publisherId: issuerId } as const;
}

function aboutInterpretation({ id }: Interpretation, { regionCode, issuerId }: Document, occurredAt: Date) {
  return { subject: 'INTERPRETATION', subjectId: id, occurredAt, regionCode, publisherId: issuerId } as const;
}
