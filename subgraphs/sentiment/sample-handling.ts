import { sampleId } from '../../prisma/sample/sample-id.ts';
import type { SampleOpinionEvent } from '../../prisma/sample/shapes.ts';
import { responseDeadlines, type DeadlineKind } from './rules/opinion/response-deadline.ts';
import { doneBy } from './rules/opinion/statement.ts';
import type { OpinionStepKind } from './store/opinion/steps.ts';

const HOUR_MS = 3_600_000;

interface SampleStep {
  readonly kind: OpinionStepKind;
  readonly at: Date;
  readonly by: string;
  readonly officeId?: string;
}

/** The steps that lead to the state of an event of the sample. */
export function sampleSteps(event: SampleOpinionEvent) {
  const { id: eventId, detectedAt, recordedAt, recordedBy: by, responsibleId, responses, closedAt } = event;
  const steps: SampleStep[] = [
    { kind: 'DETECTED', at: detectedAt, by },
    { kind: 'JUDGED', at: recordedAt, by },
    { kind: 'ASSIGNED', at: recordedAt, by, officeId: responsibleId },
  ];
  const [first] = responses;
  if (first !== undefined && event.verificationAsked)
    steps.push({ kind: 'FINDINGS_REPORTED', at: first.publishedAt, by });
  for (const { publishedAt: at, respondedBy } of responses) steps.push({ kind: 'ANSWERED', at, by: respondedBy });
  if (first !== undefined && closedAt !== null) {
    const checker = first.respondedBy;
    steps.push({ kind: 'VERIFIED', at: new Date(closedAt.getTime() - HOUR_MS), by: checker });
    steps.push({ kind: 'CLOSED', at: closedAt, by: checker });
  }
  return steps.map((step, index) => ({ ...step, eventId, sequence: index + 1 }));
}

/** The clocks of an event of the sample as its answers leave them; what was to be verified was reported with the first. */
export function sampleClocks(event: SampleOpinionEvent) {
  const {
    id: eventId,
    regionCode,
    responsibleId: officeId,
    detectedAt,
    severity,
    verificationAsked,
    responses,
  } = event;
  const metAt = (kind: DeadlineKind): Date | null => {
    const meets = responses.find(
      ({ channels }) => kind === 'VERIFICATION' || doneBy({ kind: 'RESPONSE', channels }).includes(kind),
    );
    return meets?.publishedAt ?? null;
  };
  return responseDeadlines(detectedAt, severity, verificationAsked).map(({ kind, startedAt, hours, dueAt, rules }) => ({
    ...{ id: sampleId('response clock', `${eventId} ${kind}`), eventId, kind, startedAt, hours, dueAt },
    ...{ rules: [...rules], metAt: metAt(kind), regionCode, officeId, nextStage: null, nextAlarmAt: null },
  }));
}
