import type { NewEntry } from '../../../core/change.ts';
import type { IssuerTarget } from '../../../prisma/generated/documents/client/client.ts';

/** The log's entry of what an issuer is measured by in a year. */
export function issuerTargetSet(kind: 'PUBLISHED' | 'REVISED', target: IssuerTarget, occurredAt: Date): NewEntry {
  const { issuerId, year, regionCode, diversifiedRate, multiChannelRate, isSample } = target;
  return {
    kind,
    subject: 'ISSUER_TARGET',
    subjectId: `${issuerId}/${String(year)}`,
    occurredAt,
    regionCode,
    publisherId: issuerId,
    payload: {
      issuer: issuerId,
      region: regionCode,
      year,
      diversifiedRate: diversifiedRate?.toString() ?? null,
      multiChannelRate: multiChannelRate?.toString() ?? null,
      leaderInterpretations: target.leaderInterpretations,
      meetingsAttended: target.meetingsAttended,
      attributeReviewMonths: target.attributeReviewMonths,
      isSample,
    },
  };
}
