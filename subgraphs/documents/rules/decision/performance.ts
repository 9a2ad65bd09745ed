/** What is counted of the decisions of a year; each is a list as well. */
export const DECISION_MEASURES = [
  'LISTED',
  'CONSULTED',
  'SHORTENED',
  'DISCUSSED',
  'DECIDED',
  'FEEDBACK_ON_TIME',
  'FEEDBACK_LATE',
  'FEEDBACK_OUTSTANDING',
  'FEEDBACK_OVERDUE',
  'ABANDONED',
] as const;
export type DecisionMeasure = (typeof DECISION_MEASURES)[number];

/** How many decisions fall under each measure. */
export type DecisionCounts = Readonly<Record<DecisionMeasure, number>>;

/** How an issuer did in a year. */
export interface IssuerDecisions {
  readonly issuerId: string;
  readonly counts: DecisionCounts;
  /** On how many days of the year meetings on decisions had representatives of the public with them. */
  readonly meetingsAttended: number;
  /** How many it set itself; null when it set none. */
  readonly meetingsTarget: number | null;
}

/** The counts of issuers taken together. */
export function totalCounts(issuers: readonly Pick<IssuerDecisions, 'counts'>[]): DecisionCounts {
  const sum = (measure: DecisionMeasure) => issuers.reduce((total, { counts }) => total + counts[measure], 0);
  return Object.fromEntries(DECISION_MEASURES.map((measure) => [measure, sum(measure)])) as DecisionCounts;
}

/** Whether an issuer had the public with it as often as it set itself; null when it set nothing. @see rule M6 */
export function meetsTarget({
  meetingsAttended,
  meetingsTarget,
}: Pick<IssuerDecisions, 'meetingsAttended' | 'meetingsTarget'>): boolean | null {
  return meetingsTarget === null ? null : meetingsAttended >= meetingsTarget;
}
