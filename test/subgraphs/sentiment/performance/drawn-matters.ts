import fc from 'fast-check';
import { openClient } from '../../../../subgraphs/sentiment/store/database.ts';
import type { ServedSentiment } from '../serve-sentiment.ts';

const HOUR = 3_600_000;
/** When the tests ask. */
export const NOW = new Date('2026-11-23T02:00:00.000Z');

const instant = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((hours) => new Date(NOW.getTime() + hours * HOUR));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
/** Provinces, prefectures and counties, a municipality's district and a county directly under a province. */
const regionCode = fc.constantFrom('140000', '140500', '140521', '140522', '140428', '310101', '310000', '429004');

/** A clock, met around its due instant, later, or not at all. */
const aClock = fc.record({
  kind: fc.constantFrom('FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION'),
  dueAt: fc.oneof(
    instant(-60, 60),
    fc.constantFrom(-1, 0, 1).map((ms) => new Date(NOW.getTime() + ms)),
  ),
  metAfterMs: orNull(fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -40 * HOUR, max: 40 * HOUR }))),
  isDropped: fc.boolean(),
});

/** An opinion event with all that is counted of it. */
export const anEvent = fc.record({
  regionCode,
  severity: orNull(fc.constantFrom('EMERGENCY', 'MAJOR', 'ORDINARY')),
  source: fc.constantFrom('WEIBO', 'NEWS_MEDIA', 'OTHER'),
  office: orNull(fc.constantFrom('office-1', 'office-2')),
  detectedAt: instant(-110, -1),
  responseDueAt: fc.oneof(
    instant(-90, 40),
    fc.constantFrom(-1, 0, 1).map((ms) => new Date(NOW.getTime() + ms)),
  ),
  answeredAfterMs: orNull(fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -40 * HOUR, max: 40 * HOUR }))),
  clocks: fc.array(aClock, { maxLength: 3 }),
  evaluation: orNull(fc.record({ well: fc.boolean(), fitting: fc.boolean(), inTime: fc.boolean(), bad: fc.boolean() })),
  measures: fc.array(fc.constantFrom('CIRCULATED_CRITICISM', 'TALK'), { maxLength: 2 }),
});
export type DrawnEvent = typeof anEvent extends fc.Arbitrary<infer Event> ? Event : never;

/** When an event was answered. */
export function answeredAt({ responseDueAt, answeredAfterMs }: DrawnEvent): Date | null {
  return answeredAfterMs === null ? null : new Date(responseDueAt.getTime() + answeredAfterMs);
}

/** Puts drawn events into the database in place of all that is there; their ids are their places in the list. */
export async function storeEvents({ database }: ServedSentiment, events: readonly DrawnEvent[]): Promise<void> {
  const db = openClient(database.pool);
  await db.opinionEvent.deleteMany();
  const numbered = events.map((event, index) => ({ ...event, id: String(index) }));
  await db.opinionEvent.createMany({
    data: numbered.map((event) => ({
      ...{ id: event.id, regionCode: event.regionCode, title: `事件 ${event.id}`, source: event.source },
      ...{ severity: event.severity, status: 'OPEN', detectedAt: event.detectedAt, responsibleId: event.office },
      ...{ responseDueAt: event.severity === null ? null : event.responseDueAt },
      ...{ respondedAt: event.severity === null ? null : answeredAt(event) },
      ...{ recordedBy: 'test', recordedAt: event.detectedAt },
    })),
  });
  await db.responseClock.createMany({
    data: numbered.flatMap(({ id: eventId, regionCode: code, clocks }) =>
      clocks.map(({ kind, dueAt, metAfterMs, isDropped }, index) => ({
        ...{ id: `${eventId}-${String(index)}`, eventId, kind, startedAt: dueAt, dueAt, rules: [], regionCode: code },
        ...{ metAt: metAfterMs === null ? null : new Date(dueAt.getTime() + metAfterMs) },
        ...{ droppedAt: isDropped ? NOW : null },
      })),
    ),
  });
  await db.effectEvaluation.createMany({
    data: numbered.flatMap(({ id: eventId, evaluation: found }) =>
      found === null
        ? []
        : [
            {
              ...{ eventId, handledWell: found.well, answeredFittingly: found.fitting, reportedInTime: found.inTime },
              ...{ hadNegativeInfluence: found.bad, evaluatedAt: NOW, evaluatedBy: 'test' },
            },
          ],
    ),
  });
  await db.accountabilityMeasure.createMany({
    data: numbered.flatMap(({ id: eventId, measures }) =>
      measures.map((kind, index) => ({
        ...{ id: `${eventId}-${String(index)}`, eventId, officeId: 'office-1', kind, reason: '原因', takenAt: NOW },
        ...{ takenBy: 'test' },
      })),
    ),
  });
  await db.$disconnect();
}

/** An inquiry with all that is counted of it. */
export const anInquiry = fc.record({
  regionCode,
  route: fc.constantFrom('HOTLINE_12345', 'LEADER_MAILBOX', 'LETTER_OR_VISIT'),
  kind: fc.constantFrom('CONSULTATION', 'COMPLAINT', 'PETITION'),
  office: orNull(fc.constantFrom('office-1', 'office-2')),
  receivedAt: instant(-110, -1),
  dueAt: orNull(
    fc.oneof(
      instant(-90, 40),
      fc.constantFrom(-1, 0, 1).map((ms) => new Date(NOW.getTime() + ms)),
    ),
  ),
  /** Of a clock of a later round, which must not count. */
  laterDueAt: orNull(instant(-10, 100)),
  answeredAfterMs: orNull(fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -40 * HOUR, max: 40 * HOUR }))),
  isClosed: fc.boolean(),
  isSatisfied: orNull(fc.boolean()),
  reworks: fc.integer({ min: 0, max: 2 }),
  isRepeat: fc.boolean(),
});
export type DrawnInquiry = typeof anInquiry extends fc.Arbitrary<infer Inquiry> ? Inquiry : never;

/** When an inquiry was first answered. */
export function inquiryAnsweredAt({ dueAt, receivedAt, answeredAfterMs }: DrawnInquiry): Date | null {
  return answeredAfterMs === null ? null : new Date((dueAt ?? receivedAt).getTime() + answeredAfterMs);
}

/** Puts drawn inquiries into the database in place of all that is there. */
export async function storeInquiries({ database }: ServedSentiment, inquiries: readonly DrawnInquiry[]): Promise<void> {
  const db = openClient(database.pool);
  await db.inquiry.deleteMany();
  const numbered = inquiries.map((inquiry, index) => ({ ...inquiry, id: String(index) }));
  await db.inquiry.createMany({
    data: numbered.map((one, index) => ({
      ...{ id: one.id, receipt: one.id, regionCode: one.regionCode, route: one.route, kind: one.kind, title: '咨询' },
      ...{ stage: 'RECEIVED', officeId: one.office, receivedAt: one.receivedAt, answeredAt: inquiryAnsweredAt(one) },
      ...{ closedAt: one.isClosed ? NOW : null, isSatisfied: one.isSatisfied, recordedBy: 'test' },
      ...{ repeatsId: one.isRepeat && index > 0 ? '0' : null },
    })),
  });
  await db.responseClock.createMany({
    data: numbered.flatMap(({ id: inquiryId, regionCode: code, kind, dueAt, laterDueAt }) => {
      const owed = kind === 'PETITION' ? ('PETITION_DECISION' as const) : ('REPLY' as const);
      const clock = (name: string, round: number, due: Date | null, droppedAt: Date | null) =>
        due === null
          ? []
          : [
              {
                ...{ id: `${inquiryId}-${name}`, inquiryId, kind: owed, round, startedAt: due, dueAt: due },
                ...{ rules: [], regionCode: code, droppedAt },
              },
            ];
      return [
        ...clock('first', 1, dueAt, null),
        ...clock('later', 2, laterDueAt, null),
        ...clock('dropped', 1, laterDueAt, NOW),
      ];
    }),
  });
  await db.inquiryStep.createMany({
    data: numbered.flatMap(({ id: inquiryId, reworks }) =>
      Array.from({ length: reworks + 1 }, (_one, index) => ({
        ...{ inquiryId, sequence: index + 1, kind: index === 0 ? ('RECEIVED' as const) : ('REWORK' as const) },
        ...{ at: NOW, by: 'test' },
      })),
    ),
  });
  await db.$disconnect();
}
