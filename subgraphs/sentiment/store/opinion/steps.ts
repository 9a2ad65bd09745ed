import type { OpinionStep, OpinionStepKind } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';

export type { OpinionStep, OpinionStepKind } from '../../../../prisma/generated/sentiment/client/client.ts';

/** What proves a step: a title, and where it is found when it is found anywhere. */
export interface Evidence {
  readonly title: string;
  readonly url: string | null;
}

/** A step that was taken. */
export interface NewOpinionStep {
  readonly kind: OpinionStepKind;
  readonly at: Date;
  /** The account. */
  readonly by: string;
  readonly officeId?: string | null;
  readonly note?: string | null;
  readonly evidence?: readonly Evidence[];
}

/** Adds steps to an event that this transaction has created or locked. */
export async function addSteps(tx: Transaction, eventId: string, steps: readonly NewOpinionStep[]): Promise<void> {
  const taken = await tx.opinionStep.count({ where: { eventId } });
  await tx.opinionStep.createMany({
    data: steps.map(({ evidence = [], ...step }, index) => ({
      ...step,
      eventId,
      sequence: taken + index + 1,
      evidence: evidence.map(({ title, url }) => ({ title, url })),
    })),
  });
}

/** The steps of an event that a transaction has locked, in their order. */
export function stepsWithin(tx: Transaction, eventId: string): Promise<OpinionStep[]> {
  return tx.opinionStep.findMany({ where: { eventId }, orderBy: { sequence: 'asc' } });
}

/** The steps of an event, the first one first; one query, however many events a request asks for. */
export function stepsOfEvent(context: SentimentContext, eventId: string): Promise<OpinionStep[]> {
  return perRequest(context, 'steps of events', async (eventIds: readonly string[]) => {
    const rows = await context.db.opinionStep.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: { sequence: 'asc' },
    });
    return inGroups(eventIds, rows, (row) => row.eventId);
  }).load(eventId);
}

/** What proves a step, as {@link addSteps} has written it. */
export function evidenceOf({ evidence }: Pick<OpinionStep, 'evidence'>): readonly Evidence[] {
  return evidence as unknown as readonly Evidence[];
}
