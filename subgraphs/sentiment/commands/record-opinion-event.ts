import { randomUUID } from 'node:crypto';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged } from '../events.ts';
import { recordRefusals } from '../rules/opinion-input.ts';
import { responseDeadlines, responseDueAt, verificationDueAt, type Severity } from '../rules/response-deadline.ts';
import type { OpinionEvent, OpinionSource, SentimentContext, Transaction } from '../store/database.ts';
import { isKnownInstitution } from '../store/followed-institutions.ts';

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
    record(opinionEventChanged('PUBLISHED', event, now));
    return event;
  });
}

async function unknownInstitution(context: SentimentContext, id: string | null): Promise<Refusal[]> {
  if (id === null || (await isKnownInstitution(context, id))) return [];
  return [{ code: 'NOT_FOUND', path: ['input', 'responsible'], expected: 'Institution', got: id.slice(0, 100) }];
}
