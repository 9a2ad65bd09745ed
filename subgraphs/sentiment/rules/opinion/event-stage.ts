/** The stages of the loop (闭环) that an event goes through. */
export const EVENT_STAGES = [
  'DETECTED',
  'JUDGED',
  'ASSIGNED',
  'SUPERVISED',
  'ANSWERED',
  'VERIFIED',
  'REWORK',
  'CLOSED',
] as const;
export type EventStage = (typeof EVENT_STAGES)[number];

/** What a step makes of the stage; steps that are not named leave it. */
const REACHED: Readonly<Record<string, EventStage>> = {
  JUDGED: 'JUDGED',
  ASSIGNED: 'ASSIGNED',
  FORWARDED: 'ASSIGNED',
  SUPERVISED: 'SUPERVISED',
  ANSWERED: 'ANSWERED',
  VERIFIED: 'VERIFIED',
  REWORK: 'REWORK',
  CLOSED: 'CLOSED',
};

/** These lead on only from where the public still waits for an answer, and a judgement only from the detection. */
const TOWARDS_ANSWER: readonly EventStage[] = ['ASSIGNED', 'SUPERVISED'];
const WAITING: readonly EventStage[] = ['JUDGED', 'ASSIGNED', 'SUPERVISED', 'REWORK'];

/**
 * How far the handling of an event has come, by the steps that were taken. Judging it again, a first word and a report to
 * the superior leave the stage as it is; so do forwarding and supervision once it was answered.
 *
 * @param kinds - of its steps, in their order
 * @see rules P5, P7
 */
export function eventStage(kinds: readonly string[]): EventStage {
  return kinds.reduce<EventStage>((stage, kind) => {
    const reached = REACHED[kind] ?? stage;
    if (reached === 'JUDGED' && stage !== 'DETECTED') return stage;
    if (TOWARDS_ANSWER.includes(reached) && !WAITING.includes(stage)) return stage;
    return reached;
  }, 'DETECTED');
}
