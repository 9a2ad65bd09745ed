import type { NewEntry } from '../../core/change.ts';
import type { OpinionEvent, OpinionResponse } from '../../prisma/generated/sentiment/client/client.ts';
import { sentimentSampleData } from '../../prisma/sample/sample.ts';
import type { SampleOpinionEvent } from '../../prisma/sample/shapes.ts';
import type { Record } from '../kit/transact.ts';
import { opinionEventChanged, opinionResponsePublished } from './events.ts';
import { responseDeadlines, responseDueAt, verificationDueAt } from './rules/response-deadline.ts';
import type { Transaction } from './store/database.ts';

/**
 * Writes the sample's opinion events and answers, and the entries that the commands would have written of them, in the
 * order in which it all happened.
 */
export async function loadSample(
  tx: Transaction,
  record: Record,
  events: readonly SampleOpinionEvent[] = sentimentSampleData().events,
): Promise<void> {
  await tx.opinionEvent.createMany({ data: events.map(rowOf) });
  await tx.opinionResponse.createMany({ data: events.flatMap(responsesOf) });
  const entries = events.flatMap(entriesOf);
  record(...entries.sort((first, second) => first.occurredAt.getTime() - second.occurredAt.getTime()));
}

function rowOf(event: SampleOpinionEvent): OpinionEvent {
  const { responses, ...rest } = event;
  const deadlines = responseDeadlines(event.detectedAt, event.severity, event.verificationAsked);
  return {
    ...rest,
    responseDueAt: responseDueAt(deadlines),
    verificationDueAt: verificationDueAt(deadlines),
    respondedAt: responses[0]?.publishedAt ?? null,
  };
}

function responsesOf({ id, responses }: SampleOpinionEvent): OpinionResponse[] {
  return responses.map(({ catalogueItemIds: _inTheLogOnly, channels, ...rest }) => ({
    ...rest,
    eventId: id,
    channels: [...channels],
  }));
}

/** Recorded, answered as often as it was, and closed: each step with the state that the event had then. */
function entriesOf(event: SampleOpinionEvent): NewEntry[] {
  const closed = rowOf(event);
  const answered: OpinionEvent = { ...closed, status: 'RESPONDED', closedAt: null };
  const open: OpinionEvent = { ...answered, status: 'OPEN', respondedAt: null };
  const answers = responsesOf(event).flatMap((response, index) => [
    {
      ...opinionResponsePublished(response, answered),
      catalogueItemIds: event.responses[index]?.catalogueItemIds ?? [],
    },
    opinionEventChanged('REVISED', answered, response.publishedAt),
  ]);
  return [
    opinionEventChanged('PUBLISHED', open, event.recordedAt),
    ...answers,
    ...(closed.closedAt === null ? [] : [opinionEventChanged('REVISED', closed, closed.closedAt)]),
  ];
}
