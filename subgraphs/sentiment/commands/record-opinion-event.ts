import { randomUUID } from 'node:crypto';
import type { OpinionEvent, OpinionSource } from '../../../prisma/generated/sentiment/client/client.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { opinionEventChanged } from '../events.ts';
import { detectionRefusals, textRefusals } from '../rules/opinion-input.ts';
import { responseDeadlines, responseDueAt, verificationDueAt, type Severity } from '../rules/response-deadline.ts';
import type { SentimentContext, Transaction } from '../store/database.ts';
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
  refuseIfAny([
    ...permissionRefusals(viewer, ['EDITOR', 'PUBLISHER'], input.region),
    ...(await inputRefusals(input, context)),
  ]);
  const verificationAsked = input.verificationAsked ?? false;
  const deadlines = responseDeadlines(input.detectedAt, input.severity, verificationAsked);
  const now = context.clock.now();
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    const event = await tx.opinionEvent.create({
      data: {
        id: randomUUID(),
        regionCode: input.region,
        title: input.title.trim(),
        summary: input.summary ?? null,
        source: input.source,
        severity: input.severity,
        status: 'OPEN',
        detectedAt: input.detectedAt,
        verificationAsked,
        responsibleId: input.responsible ?? null,
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

async function inputRefusals(input: RecordOpinionEventInput, context: SentimentContext): Promise<Refusal[]> {
  const refusals = [...textRefusals('title', input.title), ...detectionRefusals(input.detectedAt, context.clock.now())];
  if (input.summary != null && input.summary !== '') refusals.push(...textRefusals('summary', input.summary));
  if (!/^\d{6}$/.test(input.region)) {
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'region'], expected: 'Region', got: input.region.slice(0, 40) });
  }
  if (input.responsible != null && !(await isKnownInstitution(context, input.responsible))) {
    const got = input.responsible.slice(0, 100);
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'responsible'], expected: 'Institution', got });
  }
  return refusals;
}
