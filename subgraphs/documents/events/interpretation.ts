import type { NewEntry } from '../../../core/change.ts';
import type { Document, Interpretation } from '../../../prisma/generated/documents/client/client.ts';
import type { Withdrawal } from './document.ts';

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
      stage: interpretation.stage,
      interpreter: interpretation.interpreter,
      publishedAt: interpretation.publishedAt?.toISOString() ?? null,
      isSample: interpretation.isSample,
    },
  };
}

/** The log's tombstone of an interpretation. */
export function interpretationWithdrawn(
  interpretation: Interpretation,
  document: Document,
  { reason, note, occurredAt }: Withdrawal,
): NewEntry {
  return { ...aboutInterpretation(interpretation, document, occurredAt), kind: 'WITHDRAWN', payload: { reason, note } };
}

function aboutInterpretation({ id }: Interpretation, { regionCode, issuerId }: Document, occurredAt: Date) {
  return { subject: 'INTERPRETATION', subjectId: id, occurredAt, regionCode, publisherId: issuerId } as const;
}
