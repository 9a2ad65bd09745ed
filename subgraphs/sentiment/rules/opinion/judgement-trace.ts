import { responseDeadlines, type ResponseDeadline, type Severity } from './response-deadline.ts';

/** What was judged, and when. */
export interface Judged {
  readonly severity: Severity;
  readonly verificationAsked: boolean;
  readonly judgedAt: Date;
}

/**
 * The deadlines that each judgement (研判) of an event sets, in the order of the judgements. They are counted from the
 * detection, whenever it was judged; only a verification that is asked for by a later judgement runs from that one, for
 * nobody could have reported it before.
 *
 * @see rules P1, P2, P3
 */
export function tracedDeadlines(
  detectedAt: Date,
  judgements: readonly Judged[],
): readonly (readonly ResponseDeadline[])[] {
  let asked: Date | null = null;
  return judgements.map(({ severity, verificationAsked, judgedAt }, index) => {
    asked = verificationAsked ? (asked ?? (index === 0 ? detectedAt : judgedAt)) : null;
    return responseDeadlines(detectedAt, severity, verificationAsked, asked ?? detectedAt);
  });
}
