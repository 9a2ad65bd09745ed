/** How inquiries were dealt with. An answer at the due instant is on time. */
export interface InquiryTally {
  readonly received: number;
  /** First answered by the due instant, or where none bound. */
  readonly answeredOnTime: number;
  readonly answeredLate: number;
  /** Neither answered nor closed. */
  readonly open: number;
  /** Those of the open ones that are past their due instant. */
  readonly overdue: number;
  /** Closed without an answer of their own, as what is repeated or not accepted is. */
  readonly closedUnanswered: number;
  /** Whoever asked said whether they are satisfied. */
  readonly rated: number;
  readonly satisfied: number;
  /** Returned at least once to be done again (退回重办). */
  readonly reworked: number;
  /** Those that repeat an earlier one. */
  readonly repeated: number;
  /** Hours from receipt to the first answer; null when none was answered. */
  readonly medianHoursToAnswer: number | null;
}

/**
 * Of all inquiries whose outcome is known (answered, or open past the due instant), the share answered on time; null when
 * there are none.
 *
 * @see rules P8, P9
 */
export function answeredOnTimeRate(
  tally: Pick<InquiryTally, 'answeredOnTime' | 'answeredLate' | 'overdue'>,
): number | null {
  const known = tally.answeredOnTime + tally.answeredLate + tally.overdue;
  return known === 0 ? null : tally.answeredOnTime / known;
}

/** Of those who said so, the share that is satisfied (满意率); null when nobody said. */
export function satisfiedRate({ rated, satisfied }: Pick<InquiryTally, 'rated' | 'satisfied'>): number | null {
  return rated === 0 ? null : satisfied / rated;
}
