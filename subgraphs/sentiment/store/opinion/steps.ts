import type { OpinionStep, OpinionStepKind } from '../../../../prisma/generated/sentiment/client/client.ts';
import type { Transaction } from '../database.ts';

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

/** The steps of an event in their order. */
export function stepsOf(tx: Transaction, eventId: string): Promise<OpinionStep[]> {
  return tx.opinionStep.findMany({ where: { eventId }, orderBy: { sequence: 'asc' } });
}
