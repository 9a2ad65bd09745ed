import { opinionEventChanged } from '../../events.ts';
import { dueInstants } from '../../rules/opinion/due-instants.ts';
import { clocksJudged, type ClockChanges } from '../../rules/opinion/judged-clocks.ts';
import { tracedDeadlines } from '../../rules/opinion/judgement-trace.ts';
import type { DeadlineKind, ResponseDeadline, Severity } from '../../rules/opinion/response-deadline.ts';
import { doneBy } from '../../rules/opinion/statement.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../../store/database.ts';
import { judgementsWithin } from '../../store/opinion/judgements.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import type { ResponseClock } from '../../store/clocks/clock-rows.ts';
import type { MatterClocks, MovedEnd, NewClock } from '../alarms/matter-clocks.ts';
import { clocksOf, type HandledEvent } from './handled-event.ts';

/** How an event is judged. */
export interface GivenJudgement {
  readonly severity: Severity;
  readonly verificationAsked: boolean;
  /** For staff only. */
  readonly reason: string | null;
}

/**
 * Judges an event in hand, for the first time or again: keeps the judgement, sets its clocks accordingly, and tells the log.
 *
 * @see rules P1 to P5, and {@link clocksJudged} for what becomes of its clocks
 */
export async function applyJudgement(
  handled: HandledEvent,
  context: SentimentContext,
  given: GivenJudgement,
): Promise<OpinionEvent> {
  const { tx, record, event, now, by } = handled;
  const earlier = await judgementsWithin(tx, event.id);
  const judgement = { ...given, judgedAt: now, judgedBy: by };
  await tx.judgement.create({ data: { ...judgement, eventId: event.id, sequence: earlier.length + 1 } });
  const clocks = await clocksOf(handled, context);
  const deadlines = tracedDeadlines(event.detectedAt, [...earlier, judgement]).at(-1) ?? [];
  const owed = { severity: given.severity, deadlines, done: await doneSoFar(tx, event.id) };
  await change(clocks, clocksJudged(clocks.all, owed), event);
  await addSteps(tx, event.id, stepsOfJudgement(handled));
  const { severity, verificationAsked } = given;
  const data = { severity, verificationAsked, ...dueInstants(clocks.all, verificationAsked) };
  const judged = await tx.opinionEvent.update({ where: { id: event.id }, data });
  record(opinionEventChanged(event.severity === null ? 'PUBLISHED' : 'REVISED', judged, now));
  return judged;
}

async function change(
  clocks: MatterClocks,
  { dropped, moved, resumed, started }: ClockChanges<ResponseClock>,
  { regionCode, responsibleId: officeId }: OpinionEvent,
): Promise<void> {
  await clocks.drop(dropped);
  for (const { clock, to } of moved) await clocks.move(clock, endOf(to));
  for (const { clock, to } of resumed) await clocks.resume(clock, endOf(to), officeId);
  await clocks.start(started.map(clockOf), { regionCode, officeId });
}

function endOf({ dueAt, hours, rules }: ResponseDeadline): MovedEnd {
  return { dueAt, hours, rules: [...rules] };
}

/** An event that is detected with its office is assigned to it once it is judged. */
function stepsOfJudgement({ event, now, by }: HandledEvent) {
  const judged = { kind: 'JUDGED', at: now, by } as const;
  const { severity, responsibleId } = event;
  if (severity !== null || responsibleId === null) return [judged];
  return [judged, { kind: 'ASSIGNED', at: now, by, officeId: responsibleId } as const];
}

/** What the statements that went out so far have done. */
async function doneSoFar(tx: Transaction, eventId: string): Promise<DeadlineKind[]> {
  const statements = await tx.opinionResponse.findMany({ where: { eventId }, select: { kind: true, channels: true } });
  return statements.flatMap(doneBy);
}

/** The clock that keeps a deadline. */
export function clockOf({ kind, startedAt, dueAt, hours, rules }: ResponseDeadline): NewClock {
  return { kind, startedAt, dueAt, hours, rules };
}
