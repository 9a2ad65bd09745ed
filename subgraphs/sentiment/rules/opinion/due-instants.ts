import type { DeadlineKind } from './response-deadline.ts';

/** A clock of an event, as far as its state goes. */
export interface ClockState {
  readonly kind: string;
  readonly round: number;
  readonly dueAt: Date;
  readonly metAt: Date | null;
  readonly droppedAt: Date | null;
}

/** What an event itself says of its clocks. */
export interface DueInstants {
  readonly responseDueAt?: Date;
  readonly reworkDueAt?: Date;
  readonly verificationDueAt: Date | null;
}

/** Which of its clocks a public answer stops. */
const ANSWERED: readonly string[] = ['FIRST_WORD', 'BRIEFING', 'RESPONSE'] satisfies readonly DeadlineKind[];

/**
 * What an event says of its clocks once they were changed. By when it is answered is the strictest of what still runs
 * towards an answer; once it was answered, that stays as it stood last. The first answer and one that is given anew are
 * kept apart, so that a rework never makes a late first answer one in time.
 *
 * @see rules P1, P7
 */
export function dueInstants(clocks: readonly ClockState[], verificationAsked: boolean): DueInstants {
  const verification = clocks.findLast(({ kind, droppedAt }) => kind === 'VERIFICATION' && droppedAt === null);
  const verificationDueAt = verificationAsked ? (verification?.dueAt ?? null) : null;
  const running = clocks.filter(({ metAt, droppedAt }) => metAt === null && droppedAt === null);
  const answer = running.find(({ kind }) => kind === 'RESPONSE');
  if (answer === undefined) return { verificationDueAt };
  if (answer.round > 1) return { reworkDueAt: answer.dueAt, verificationDueAt };
  const dues = running.filter(({ kind }) => ANSWERED.includes(kind)).map(({ dueAt }) => dueAt.getTime());
  return { responseDueAt: new Date(Math.min(...dues)), verificationDueAt };
}

/** What an event says of its answer. */
interface Answerable {
  readonly responseDueAt: Date | null;
  readonly reworkDueAt: Date | null;
}

/** By when the public is answered, or answered anew; null until the event is judged. */
export function answerDueAt({ responseDueAt, reworkDueAt }: Answerable): Date | null {
  return reworkDueAt ?? responseDueAt;
}

/** Whether the public waits for an answer although the time is over; an answer at the due instant is on time. */
export function isOverdue(event: Answerable & { readonly status: string }, now: Date): boolean {
  const dueAt = answerDueAt(event);
  return event.status === 'OPEN' && dueAt !== null && now.getTime() > dueAt.getTime();
}
