import type { NewEntry } from '../../core/change.ts';
import type { OpinionEvent, OpinionResponse } from '../../prisma/generated/sentiment/client/client.ts';

/** The log's entry of an opinion event: what is public of it once it is judged, and nothing that is for staff. */
export function opinionEventChanged(kind: 'PUBLISHED' | 'REVISED', event: OpinionEvent, occurredAt: Date): NewEntry {
  return {
    kind,
    subject: 'OPINION_EVENT',
    subjectId: event.id,
    occurredAt,
    regionCode: event.regionCode,
    publisherId: event.responsibleId,
    payload: {
      region: event.regionCode,
      title: event.title,
      severity: event.severity,
      status: event.status,
      detectedAt: event.detectedAt.toISOString(),
      responseDueAt: event.responseDueAt.toISOString(),
      verificationDueAt: event.verificationDueAt?.toISOString() ?? null,
      respondedAt: event.respondedAt?.toISOString() ?? null,
      closedAt: event.closedAt?.toISOString() ?? null,
      responsible: event.responsibleId,
      isSample: event.isSample,
    },
  };
}

/** The log's entry of an answer that went out. */
export function opinionResponsePublished(response: OpinionResponse, event: OpinionEvent): NewEntry {
  return {
    kind: 'PUBLISHED',
    subject: 'OPINION_RESPONSE',
    subjectId: response.id,
    occurredAt: response.publishedAt,
    regionCode: event.regionCode,
    publisherId: event.responsibleId,
    payload: {
      event: response.eventId,
      title: event.title,
      body: response.body,
      channels: response.channels,
      publishedAt: response.publishedAt.toISOString(),
      isSample: response.isSample,
    },
  };
}
