import type { NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type { FailureNotice } from '../../../prisma/generated/catalogue/client/client.ts';

/** An item that a notice names, as the log tells of it. */
export interface NamedItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: 'MISSING' | 'OVERDUE';
}

/** The log's entry of a notice of failure to disclose (通报). */
export function failureNoticePublished(notice: FailureNotice, items: readonly NamedItem[]): NewEntry {
  const { regionCode, superiorCode, issuerId, body, rectifyBy, issuedAt, isSample } = notice;
  return {
    ...entryOf(notice, items),
    kind: 'PUBLISHED',
    occurredAt: issuedAt,
    payload: {
      region: regionCode,
      superior: superiorCode,
      issuer: issuerId,
      body,
      rectifyBy: fromUtcMidnight(rectifyBy),
      issuedAt: issuedAt.toISOString(),
      items: items.map(({ id, code, title, status }) => ({ id, code, title, status })),
      isSample,
    },
  };
}

/** The tombstone of a notice: why it was withdrawn, and nothing of what it said. */
export function failureNoticeWithdrawn(
  notice: FailureNotice,
  itemIds: readonly string[],
  { note, occurredAt }: { readonly note: string; readonly occurredAt: Date },
): NewEntry {
  const named = itemIds.map((id) => ({ id }));
  return { ...entryOf(notice, named), kind: 'WITHDRAWN', occurredAt, payload: { reason: null, note } };
}

function entryOf({ id, regionCode, issuerId }: FailureNotice, items: readonly { readonly id: string }[]) {
  return {
    subject: 'FAILURE_NOTICE',
    subjectId: id,
    regionCode,
    publisherId: issuerId,
    catalogueItemIds: items.map((item) => item.id),
  } as const;
}
