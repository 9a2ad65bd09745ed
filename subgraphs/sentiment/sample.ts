import type { NewEntry } from '../../core/change.ts';
import { sentimentSampleData } from '../../prisma/sample/sample.ts';
import type { SampleOpinionEvent } from '../../prisma/sample/shapes.ts';
import { opinionEventChanged, opinionResponsePublished } from './events.ts';
import { responseDeadlines, responseDueAt, verificationDueAt } from './rules/opinion/response-deadline.ts';
import { sampleClocks, sampleSteps } from './sample-handling.ts';
import type { Transaction } from './store/database.ts';

/**
 * Fills an empty database with the sample's opinion events, how they were handled, and the answers, and tells the log of
 * them in their order. All of it lies in the past: no alarm is ever told of its clocks.
 */
export async function loadSample(tx: Transaction, record: (...entries: readonly NewEntry[]) => void): Promise<void> {
  const { events } = sentimentSampleData();
  const itemsOf = new Map(events.flatMap(({ responses }) => responses.map((one) => [one.id, one.catalogueItemIds])));
  await insert(tx, events);
  const stored = await tx.opinionEvent.findMany({ include: { responses: true }, orderBy: { id: 'asc' } });
  const entries = stored.flatMap((event) => {
    const asRecorded = { ...event, status: 'OPEN' as const, respondedAt: null, closedAt: null };
    const answers = event.responses.map((response) => ({
      ...opinionResponsePublished(response, event),
      catalogueItemIds: itemsOf.get(response.id) ?? [],
    }));
    const last = event.closedAt ?? event.respondedAt;
    return [
      opinionEventChanged('PUBLISHED', asRecorded, event.recordedAt),
      ...answers,
      ...(last === null ? [] : [opinionEventChanged('REVISED', event, last)]),
    ];
  });
  record(...entries.sort((first, second) => first.occurredAt.getTime() - second.occurredAt.getTime()));
}

async function insert(tx: Transaction, events: readonly SampleOpinionEvent[]): Promise<void> {
  await tx.opinionEvent.createMany({ data: events.map(eventRow) });
  await tx.judgement.createMany({ data: events.map(judgementRow) });
  await tx.opinionStep.createMany({ data: events.flatMap(sampleSteps) });
  await tx.responseClock.createMany({ data: events.flatMap(sampleClocks) });
  await tx.opinionResponse.createMany({
    data: events.flatMap(({ id, responses }) =>
      responses.map(({ id: responseId, body, channels, publishedAt, respondedBy, isSample }) => ({
        ...{ id: responseId, eventId: id, body, channels: [...channels], publishedAt, respondedBy, isSample },
      })),
    ),
  });
}

function eventRow({ responses, ...columns }: SampleOpinionEvent) {
  const deadlines = responseDeadlines(columns.detectedAt, columns.severity, columns.verificationAsked);
  return {
    ...columns,
    responseDueAt: responseDueAt(deadlines),
    verificationDueAt: verificationDueAt(deadlines),
    respondedAt: responses[0]?.publishedAt ?? null,
  };
}

function judgementRow({ id, severity, verificationAsked, recordedBy, recordedAt }: SampleOpinionEvent) {
  return { eventId: id, sequence: 1, severity, verificationAsked, judgedBy: recordedBy, judgedAt: recordedAt };
}
