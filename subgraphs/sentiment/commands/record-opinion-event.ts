import { randomUUID } from 'node:crypto';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged } from '../events.ts';
import { recordRefusals } from '../rules/opinion-input.ts';
import {
  responseDeadlines,
  responseDueAt,
  verificationDueAt,
  type ResponseDeadline,
  type Severity,
} from '../rules/response-deadline.ts';
import type { OpinionEvent, OpinionSource, SentimentContext, Transaction } from '../store/database.ts';
import { isKnownInstitution } from '../store/followed-institutions.ts';
import { addSteps } from '../store/opinion/steps.ts';
import { MatterClocks, type NewClock } from './alarms/matter-clocks.ts';

export interface RecordOpinionEventInput {
  readonly region: string;
  readonly title: string;
  readonly summary?: string | null | undefined;
  readonly source: OpinionSource;
  readonly detectedAt: Date;
  readonly severity: Severity;
  readonly verificationAsked?: boolean | null | undefined;
  readonly responsible?: string | null | undefined;
}

/**
 * Records a judged opinion event; it is public from then on, with its deadlines.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules P1 to P5
 */
export async function recordOpinionEvent(
  input: RecordOpinionEventInput,
  context: SentimentContext,
): Promise<OpinionEvent> {
  const { viewer } = context.scope;
  const { region, title, source, severity, detectedAt } = input;
  const summary = input.summary?.trim() === '' ? null : (input.summary ?? null);
  const responsibleId = input.responsible ?? null;
  const now = context.clock.now();
  refuseIfAny([
    ...permissionRefusals(viewer, ['EDITOR', 'PUBLISHER'], region),
    ...recordRefusals({ region, title, summary, detectedAt }, now),
    ...(await unknownInstitution(context, responsibleId)),
  ]);
  const verificationAsked = input.verificationAsked ?? false;
  const deadlines = responseDeadlines(detectedAt, severity, verificationAsked);
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await tx.opinionEvent.create({
      data: {
        id: randomUUID(),
        regionCode: region,
        title: title.trim(),
        summary,
        source,
        severity,
        status: 'OPEN',
        detectedAt,
        verificationAsked,
        responsibleId,
        responseDueAt: responseDueAt(deadlines),
        verificationDueAt: verificationDueAt(deadlines),
        recordedBy: viewer?.subject ?? '',
        recordedAt: now,
      },
    });
    const by = event.recordedBy;
    await tx.judgement.create({
      data: { eventId: event.id, sequence: 1, severity, verificationAsked, judgedBy: by, judgedAt: now },
    });
    await addSteps(tx, event.id, [
      { kind: 'DETECTED', at: detectedAt, by },
      { kind: 'JUDGED', at: now, by },
      ...(responsibleId === null ? [] : [{ kind: 'ASSIGNED', at: now, by, officeId: responsibleId } as const]),
    ]);
    const looking = { tx, record, now, alarmDistances: context.handling.alarmDistances };
    const clocks = await MatterClocks.of({ eventId: event.id }, looking);
    await clocks.start(deadlines.map(clockOf), { regionCode: region, officeId: responsibleId });
    record(opinionEventChanged('PUBLISHED', event, now));
    return event;
  });
}

/** The clock that keeps a deadline. */
function clockOf({ kind, startedAt, dueAt, hours, rules }: ResponseDeadline): NewClock {
  return { kind, startedAt, dueAt, hours, rules };
}

async function unknownInstitution(context: SentimentContext, id: string | null): Promise<Refusal[]> {
  if (id === null || (await isKnownInstitution(context, id))) return [];
  return [{ code: 'NOT_FOUND', path: ['input', 'responsible'], expected: 'Institution', got: id.slice(0, 100) }];
}
