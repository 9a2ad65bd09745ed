import type { NewEntry } from '../../core/change.ts';
import type {
  OpinionEvent,
  OpinionResponse,
  ResponseClock,
  Rumour,
} from '../../prisma/generated/sentiment/client/client.ts';
import type { NewAlarm } from './store/clocks/clock-rows.ts';

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
      topic: event.topic,
      places: event.places,
      severity: event.severity,
      status: event.status,
      detectedAt: event.detectedAt.toISOString(),
      responseDueAt: (event.reworkDueAt ?? event.responseDueAt)?.toISOString() ?? null,
      verificationDueAt: event.verificationDueAt?.toISOString() ?? null,
      respondedAt: event.respondedAt?.toISOString() ?? null,
      closedAt: event.closedAt?.toISOString() ?? null,
      responsible: event.responsibleId,
      isSample: event.isSample,
    },
  };
}

/**
 * The log's entry of a statement that went out.
 *
 * @param refuted - the rumours that it refutes
 */
export function opinionResponsePublished(
  response: OpinionResponse,
  event: OpinionEvent,
  refuted: readonly Pick<Rumour, 'id' | 'claim'>[] = [],
): NewEntry {
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
      kind: response.kind,
      body: response.body,
      channels: response.channels,
      publishedAt: response.publishedAt.toISOString(),
      refutes: refuted.map(({ id, claim }) => ({ id, claim })),
      isSample: response.isSample,
    },
  };
}

/**
 * The log's entry of an alarm: of which matter and which clock, and nothing of what the matter is about, for an inquiry is
 * not public.
 */
export function deadlineAlarmTold(alarm: NewAlarm, clock: ResponseClock): NewEntry {
  return {
    kind: 'PUBLISHED',
    subject: 'DEADLINE_ALARM',
    subjectId: alarm.id,
    occurredAt: alarm.firedAt,
    regionCode: clock.regionCode,
    publisherId: clock.officeId,
    payload: {
      stage: alarm.stage,
      clock: clock.kind,
      dueAt: alarm.dueAt.toISOString(),
      reachedAt: alarm.reachedAt.toISOString(),
      rules: clock.rules,
      responsibleId: clock.officeId,
      opinionEventId: clock.eventId,
      inquiryId: clock.inquiryId,
    },
  };
}
