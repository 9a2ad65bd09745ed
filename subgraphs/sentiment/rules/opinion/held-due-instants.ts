import type { OpinionEventStatus } from './allowed-steps.ts';
import { responseDeadlines, responseDueAt, SEVERITIES, type Severity } from './response-deadline.ts';

/** What is public of an event that another hub handles, as far as its answer goes. */
export interface HeldAnswer {
  readonly detectedAt: Date;
  readonly severity: Severity;
  readonly status: OpinionEventStatus;
  readonly respondedAt: Date | null;
  /** By when it is answered, or answered anew. */
  readonly answerDueAt: Date | null;
}

/** By when it was first answered, and answered anew. */
export interface HeldDueInstants {
  /** Null when the public is told only by when it is answered anew. */
  readonly responseDueAt: Date | null;
  readonly reworkDueAt: Date | null;
}

/**
 * Tells by which round the one instant counts that the public is told. An event that is open although it was answered is in
 * rework; later the instant itself tells it, for those of the first round are counted from the detection and those of
 * later ones from a check.
 *
 * @see rules P1, P7
 */
export function heldDueInstants({ answerDueAt, ...event }: HeldAnswer): HeldDueInstants {
  const { detectedAt, respondedAt, status } = event;
  if (answerDueAt === null || respondedAt === null) return { responseDueAt: answerDueAt, reworkDueAt: null };
  const isAnew =
    status === 'OPEN' || (answerDueAt.getTime() > respondedAt.getTime() && !isOfFirstRound(answerDueAt, detectedAt));
  return isAnew ? { responseDueAt: null, reworkDueAt: answerDueAt } : { responseDueAt: answerDueAt, reworkDueAt: null };
}

/** How long after the detection an answer is owed, in milliseconds, in whichever severity. */
const FIRST_ROUND: ReadonlySet<number> = new Set(
  SEVERITIES.flatMap((severity) => responseDeadlines(new Date(0), severity, false)).map(({ dueAt }) => dueAt.getTime()),
);

/** Whether an answer that is due at an instant is the first one that is owed, whatever the severity was then. */
export function isOfFirstRound(dueAt: Date, detectedAt: Date): boolean {
  return FIRST_ROUND.has(dueAt.getTime() - detectedAt.getTime());
}

/** By when an event was to be answered first when that was never told here: by the strictest clock of its severity. */
export function supposedDueAt({ detectedAt, severity }: Pick<HeldAnswer, 'detectedAt' | 'severity'>): Date {
  return responseDueAt(responseDeadlines(detectedAt, severity, false));
}
