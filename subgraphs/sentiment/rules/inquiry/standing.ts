/** What can be done with an inquiry, each a step of its loop (闭环). */
export const INQUIRY_STEPS = [
  'RECEIVED',
  'ASSIGNED',
  'FORWARDED',
  'OBJECTED',
  'ACCEPTED',
  'NOT_ACCEPTED',
  'EXTENDED',
  'SUPERVISED',
  'ANSWERED',
  'RATED',
  'REWORK',
  'REPEATED',
  'REVIEW_ASKED',
  'REVIEW_DECIDED',
  'CLOSED',
] as const;
export type InquiryStepKind = (typeof INQUIRY_STEPS)[number];

/** A step that was taken, as far as the rules look at it. */
export interface TakenStep {
  readonly kind: InquiryStepKind;
  readonly at: Date;
  /** The office that it went to, or whose step it was. */
  readonly officeId: string | null;
}

/** What the steps of an inquiry come to. */
export interface InquiryStanding {
  /** 1, and one more with each rework. */
  readonly round: number;
  /** Forwardings (转办), in all rounds together, that no office objected to. */
  readonly forwardings: number;
  /** The offices that it went to and stayed with, the last one last. */
  readonly offices: readonly string[];
  /** When a petition was accepted; null when it was not. */
  readonly acceptedAt: Date | null;
  readonly isDeclined: boolean;
  readonly extensions: number;
  /** Reviews (复查、复核) that were asked for, and those that were decided. */
  readonly reviewsAsked: number;
  readonly reviewsDecided: number;
  /** The last answer or outcome of a review; null when there is none. */
  readonly lastAnswerAt: Date | null;
}

/** Reads the steps of an inquiry, in their order. */
export function inquiryStanding(steps: readonly TakenStep[]): InquiryStanding {
  const count = (...kinds: readonly InquiryStepKind[]) => steps.filter(({ kind }) => kinds.includes(kind)).length;
  const offices = officesOf(steps);
  return {
    round: count('REWORK') + 1,
    forwardings: offices.filter(({ isForwarding }) => isForwarding).length,
    offices: offices.map(({ id }) => id),
    acceptedAt: steps.find(({ kind }) => kind === 'ACCEPTED')?.at ?? null,
    isDeclined: count('NOT_ACCEPTED') > 0,
    extensions: count('EXTENDED'),
    reviewsAsked: count('REVIEW_ASKED'),
    reviewsDecided: count('REVIEW_DECIDED'),
    lastAnswerAt: steps.findLast(({ kind }) => kind === 'ANSWERED' || kind === 'REVIEW_DECIDED')?.at ?? null,
  };
}

interface Station {
  readonly id: string;
  readonly isForwarding: boolean;
}

/** Where it went and stayed: an objection takes back the forwarding before it. */
function officesOf(steps: readonly TakenStep[]): readonly Station[] {
  const stations: Station[] = [];
  for (const { kind, officeId } of steps) {
    if (kind === 'OBJECTED') stations.pop();
    if (officeId !== null && (kind === 'ASSIGNED' || kind === 'FORWARDED')) {
      stations.push({ id: officeId, isForwarding: kind === 'FORWARDED' });
    }
  }
  return stations;
}
