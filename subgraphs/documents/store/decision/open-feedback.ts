import { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Deadline } from '../../../../core/working-calendar.ts';
import type { Transaction } from '../database.ts';

/** The days of this hub's own decision documents whose answer to the public is still open, each once. */
export async function openDecisionDays(tx: Transaction): Promise<CivilDate[]> {
  const where = { stage: 'DECIDED', decidedOn: { not: null }, heldFrom: null } as const;
  const found = await tx.majorDecision.findMany({ where, select: { decidedOn: true }, distinct: ['decidedOn'] });
  return found.flatMap(({ decidedOn }) => (decidedOn === null ? [] : [fromUtcMidnight(decidedOn)]));
}

/** Moves the last days of this hub's own open answers that end otherwise than they stand; the ids of those decisions. */
export async function moveFeedbackDues(
  tx: Transaction,
  ends: readonly (Deadline & { readonly from: CivilDate })[],
): Promise<string[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE documents.major_decision m SET feedback_due_on = e."on", is_feedback_due_provisional = e.provisional
      FROM ${recordsOf(ends)}
     WHERE m.stage = 'DECIDED' AND m.held_from IS NULL AND m.decided_on = e."from"
       AND (m.feedback_due_on, m.is_feedback_due_provisional) IS DISTINCT FROM (e."on", e.provisional)
    RETURNING m.id`;
  return moved.map(({ id }) => id);
}

/** The ends as a table `e`. */
function recordsOf(ends: readonly (Deadline & { readonly from: CivilDate })[]): Prisma.Sql {
  return Prisma.sql`json_to_recordset(${JSON.stringify(ends)}::json) AS e ("from" date, "on" date, provisional boolean)`;
}
