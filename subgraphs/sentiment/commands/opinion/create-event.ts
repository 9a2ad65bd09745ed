import { randomUUID } from 'node:crypto';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { detectedRefusals, keptText } from '../../rules/opinion/opinion-input.ts';
import { maskPersonalData } from '../../rules/privacy/mask.ts';
import type { OpinionEvent, OpinionSource, SentimentContext, Transaction } from '../../store/database.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import { unknownInstitution } from './known-institution.ts';

/** A matter of public concern, as it was detected. */
export interface DetectedEvent {
  readonly region: string;
  readonly title: string;
  readonly summary?: string | null | undefined;
  readonly source: OpinionSource;
  readonly detectedAt: Date;
  readonly topic?: string | null | undefined;
  readonly places?: readonly string[] | null | undefined;
  readonly responsible?: string | null | undefined;
}

/**
 * Refuses what can not be recorded.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 */
export async function refuseDetected(input: DetectedEvent, context: SentimentContext, now: Date): Promise<void> {
  const { region, title, detectedAt } = input;
  refuseIfAny(permissionRefusals(context.scope.viewer, ['EDITOR', 'PUBLISHER'], null));
  const [summary, topic] = [keptText(input.summary), keptText(input.topic)];
  refuseIfAny([
    ...permissionRefusals(context.scope.viewer, ['EDITOR', 'PUBLISHER'], region),
    ...detectedRefusals({ region, title, summary, topic, places: input.places ?? [], detectedAt }, now),
    ...(await unknownInstitution(context.db, ['input', 'responsible'], input.responsible ?? null)),
  ]);
}

/** Keeps an event that is not judged yet, with the step of its detection; personal data in what will be public are masked. */
export async function createEvent(
  tx: Transaction,
  input: DetectedEvent,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<OpinionEvent> {
  const { region, title, source, detectedAt } = input;
  const topic = keptText(input.topic);
  const event = await tx.opinionEvent.create({
    data: {
      ...{ id: randomUUID(), regionCode: region, source, status: 'OPEN', detectedAt },
      ...{ title: maskPersonalData(title.trim()).text, topic: topic === null ? null : maskPersonalData(topic).text },
      summary: keptText(input.summary),
      ...{ places: [...(input.places ?? [])], responsibleId: input.responsible ?? null },
      ...{ recordedBy: by, recordedAt: now },
    },
  });
  await addSteps(tx, event.id, [{ kind: 'DETECTED', at: detectedAt, by }]);
  return event;
}
