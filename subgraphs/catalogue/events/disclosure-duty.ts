import type { ChangeKind, NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type { DisclosureDuty } from '../../../prisma/generated/catalogue/client/client.ts';

/** The log's entry of something that came about under a matter and must be disclosed. */
export function disclosureDutyChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  duty: DisclosureDuty,
  occurredAt: Date,
): NewEntry {
  const { id, regionCode, itemId, matterId, appliesTo, title, days, unit, isProvisional, isSample } = duty;
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
      days,
      unit,
      dueOn: fromUtcMidnight(duty.dueOn),
      isProvisional,
      dischargedAt: duty.dischargedAt?.toISOString() ?? null,
      dischargedBy: duty.dischargedById,
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
