import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { TimeSpan } from '../../../../core/working-calendar.ts';
import { requiredText } from '../required-text.ts';
import { countRefusals, LONGEST, orderRefusals, type StandingDecision } from './stage.ts';

/** How many working days there are from the decision document to the answer to the public. */
const FEEDBACK_WORKING_DAYS = 10;

/** The time limit of the answer to the public. @see rule M5 */
export function feedbackSpan(decidedOn: CivilDate): TimeSpan {
  return { from: decidedOn, days: FEEDBACK_WORKING_DAYS, unit: 'WORKING_DAY' };
}

/** The decision document as it stands; null when there is none that the caller may read. */
export interface DecisionDocument {
  readonly status: string;
  readonly issuedOn: CivilDate | null;
}

/**
 * Every reason why a decision document is not recorded: out of order, no such document, not public, without a day, or of
 * a day before the meeting.
 *
 * @param meetingHeldOn - null when there was none yet
 * @see rules M1, M5
 */
export function decisionDocumentRefusals(
  decision: StandingDecision & { readonly meetingHeldOn: CivilDate | null },
  document: DecisionDocument | null,
  id: string,
): Refusal[] {
  const path = ['document'];
  const refusals = orderRefusals(decision, ['DISCUSSED']);
  if (document === null) {
    return [...refusals, { code: 'NOT_FOUND', path, expected: 'Document', got: id.slice(0, 100) }];
  }
  const { status, issuedOn } = document;
  if (status !== 'PUBLISHED') {
    refusals.push({ code: 'STATUS_NOT_FITTING', path, expected: 'PUBLISHED', got: status, rules: ['M1'] });
  }
  if (issuedOn === null) {
    refusals.push({ code: 'VALUE_MISSING', path: [...path, 'issuedOn'], expected: 'issuedOn', rules: ['M5'] });
  } else if (decision.meetingHeldOn !== null && issuedOn < decision.meetingHeldOn) {
    const expected = decision.meetingHeldOn;
    refusals.push({ code: 'DAY_TOO_EARLY', path, expected, got: issuedOn, rules: ['M1'] });
  }
  return refusals;
}

/** What the public said and what became of it. */
export interface FeedbackInput {
  readonly opinionsCollected: number;
  readonly opinionsAdopted: number;
  /** Why what many asked for was not adopted; needed unless everything was. */
  readonly notAdoptedReasons?: string | null | undefined;
}

/** Every reason why an answer to the public is not published. @see rule M5 */
export function feedbackRefusals(decision: StandingDecision, input: FeedbackInput): Refusal[] {
  const { opinionsCollected, opinionsAdopted, notAdoptedReasons } = input;
  const path = ['input', 'notAdoptedReasons'];
  const reasons = opinionsAdopted < opinionsCollected ? requiredText(path, notAdoptedReasons, LONGEST.account) : [];
  return [
    ...orderRefusals(decision, ['DECIDED']),
    ...countRefusals(['input', 'opinionsCollected'], opinionsCollected),
    ...countRefusals(['input', 'opinionsAdopted'], opinionsAdopted, Math.max(opinionsCollected, 0)),
    ...reasons.map((refusal) => ({ ...refusal, rules: ['M5'] })),
  ];
}

/** How an answer to the public stands on a day. */
export const FEEDBACK_STANDINGS = ['ON_TIME', 'LATE', 'OUTSTANDING', 'OVERDUE'] as const;
export type FeedbackStanding = (typeof FEEDBACK_STANDINGS)[number];

/**
 * How an answer to the public stands; the due day itself is on time. Null while none is due.
 *
 * @see rule M5
 */
export function feedbackStanding(
  { dueOn, publishedOn }: { readonly dueOn: CivilDate | null; readonly publishedOn: CivilDate | null },
  on: CivilDate,
): FeedbackStanding | null {
  if (dueOn === null) return null;
  if (publishedOn !== null) return publishedOn <= dueOn ? 'ON_TIME' : 'LATE';
  return on <= dueOn ? 'OUTSTANDING' : 'OVERDUE';
}

/** Every reason why a decision is not abandoned: it is made or abandoned already, or no reason is given. @see rule M1 */
export function abandonmentRefusals(decision: StandingDecision, reason: string): Refusal[] {
  return [
    ...orderRefusals(decision, ['LISTED', 'CONSULTATION', 'DISCUSSED']),
    ...requiredText(['reason'], reason, LONGEST.reason),
  ];
}
