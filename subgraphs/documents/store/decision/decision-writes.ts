import type { DecisionStepKind, Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Transaction } from '../database.ts';
import { lockDecision, publicLinks, publishedAmong, type WholeDecision } from './whole-decision.ts';

/** What a step makes of a decision. */
export interface DecisionChange {
  readonly data?: Prisma.MajorDecisionUpdateInput;
  readonly step?: { readonly kind: DecisionStepKind; readonly on: CivilDate; readonly note?: string | null };
}

/** Who takes a step, and when. */
export interface Taken {
  readonly by: string;
  readonly at: Date;
}

/** Writes what a step makes of a decision; the decision as it stands then. */
export async function writeDecision(
  tx: Transaction,
  { id, steps }: WholeDecision,
  { data, step }: DecisionChange,
  { by, at }: Taken,
): Promise<WholeDecision> {
  if (data !== undefined) await tx.majorDecision.update({ where: { id }, data });
  if (step !== undefined) {
    const { kind, on, note = null } = step;
    const sequence = (steps.at(-1)?.sequence ?? 0) + 1;
    await tx.decisionStep.create({
      data: { decisionId: id, sequence, kind, on: toUtcMidnight(on), takenBy: by, takenAt: at, note },
    });
  }
  const written = await lockDecision(tx, id);
  if (written === null) throw new Error(`The decision ${id} is gone within its transaction`);
  return written;
}

/** A decision without what the public can not follow now. */
export async function asPublic(tx: Transaction, decision: WholeDecision): Promise<WholeDecision> {
  const [links, published] = [await publicLinks(tx, [decision]), await publishedAmong(tx, [decision])];
  const { documentId } = decision;
  return { ...decision, links, documentId: documentId !== null && published.has(documentId) ? documentId : null };
}
