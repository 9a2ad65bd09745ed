import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { PreparedDecision } from '../../rules/decision/legality-review.ts';
import { inPageOrder, type LinkKind } from '../../rules/decision/link.ts';
import type { Transaction } from '../database.ts';

const WHOLE = {
  catalogue: true,
  steps: { orderBy: { sequence: 'asc' } },
  links: { orderBy: { sequence: 'asc' } },
  assessments: true,
  legalityReviews: { orderBy: { round: 'asc' } },
  hearings: true,
  meeting: true,
} satisfies Prisma.MajorDecisionInclude;

/** A decision with all that belongs to it. */
export type WholeDecision = Prisma.MajorDecisionGetPayload<{ include: typeof WHOLE }>;

/**
 * A decision that nobody else changes until the transaction ends, with all that belongs to it; null when there is none.
 * Its catalogue is locked with it, so that publishing that and changing this wait for each other.
 */
export async function lockDecision(tx: Transaction, id: string): Promise<WholeDecision | null> {
  await tx.$queryRaw`
    SELECT 1 FROM documents.decision_catalogue c
     WHERE c.id = (SELECT m.catalogue_id FROM documents.major_decision m WHERE m.id = ${id}) FOR UPDATE`;
  return tx.majorDecision.findUnique({ where: { id }, include: WHOLE });
}

/** Decisions with all that belongs to them, by id. */
export function wholeDecisions(tx: Transaction, where: Prisma.MajorDecisionWhereInput): Promise<WholeDecision[]> {
  return tx.majorDecision.findMany({ where, include: WHOLE, orderBy: { id: 'asc' } });
}

/** A decision as rules look at it. */
export function preparedDecision(decision: WholeDecision): PreparedDecision {
  const { stage, catalogue, consultationClosesOn, assessments, legalityReviews } = decision;
  const review = legalityReviews.at(-1);
  return {
    stage,
    isPublic: catalogue.publishedAt !== null,
    closesOn: dayOrNull(consultationClosesOn),
    assessments: assessments.map(({ kind, on }) => ({ kind, on: fromUtcMidnight(on) })),
    review:
      review === undefined
        ? null
        : {
            handedInOn: fromUtcMidnight(review.handedInOn),
            opinionOn: dayOrNull(review.opinionOn),
            opinion: review.opinion,
          },
  };
}

/** The kinds of links of a decision that the public can follow now. */
export async function readableKinds(tx: Transaction, decision: WholeDecision): Promise<LinkKind[]> {
  const links = await publicLinks(tx, [decision]);
  return links.map(({ kind }) => kind);
}

/** The links of decisions that the public can follow now, in the order of their pages. */
export async function publicLinks(
  tx: Transaction,
  decisions: readonly WholeDecision[],
): Promise<WholeDecision['links']> {
  const links = decisions.flatMap((decision) => inPageOrder(decision.links));
  const published = await publishedAmong(tx, decisions);
  return links.filter(({ documentId }) => documentId === null || published.has(documentId));
}

/** Of the documents that decisions name, those that are published now. */
export async function publishedAmong(tx: Transaction, decisions: readonly WholeDecision[]): Promise<Set<string>> {
  const named = decisions.flatMap(({ links, documentId }) => [...links.map((link) => link.documentId), documentId]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const found = await tx.document.findMany({ where: { id: { in: ids }, status: 'PUBLISHED' }, select: { id: true } });
  return new Set(found.map(({ id }) => id));
}

/** The civil day that a driver gave; null when there is none. */
export function dayOrNull(date: Date | null): CivilDate | null {
  return date === null ? null : fromUtcMidnight(date);
}
