import type { NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type { CleanUp, CleanUpResult } from '../../../prisma/generated/documents/client/client.ts';

/** The log's entry of a clean-up (清理): what became of each document that was looked at. */
export function cleanUpPublished(cleanUp: CleanUp, results: readonly Omit<CleanUpResult, 'cleanUpId'>[]): NewEntry {
  const { id, issuerId, regionCode, title, asOf, publishedAt, isSample } = cleanUp;
  return {
    kind: 'PUBLISHED',
    subject: 'CLEAN_UP',
    subjectId: id,
    occurredAt: publishedAt,
    regionCode,
    publisherId: issuerId,
    payload: {
      issuer: issuerId,
      region: regionCode,
      title,
      asOf: fromUtcMidnight(asOf),
      publishedAt: publishedAt.toISOString(),
      results: results.map(({ documentId, outcome, note }) => ({ document: documentId, outcome, note })),
      isSample,
    },
  };
}
