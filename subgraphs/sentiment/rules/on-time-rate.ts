/** What the rate is made of. */
interface Answered {
  readonly respondedOnTime: number;
  readonly respondedLate: number;
  readonly overdue: number;
}

/**
 * Of all matters whose outcome is known (answered, or unanswered past the due instant), the share answered on time;
 * null when there are none. What is unanswered and still within its time counts neither way.
 *
 * @see rules P1, P7
 */
export function onTimeRate({ respondedOnTime, respondedLate, overdue }: Answered): number | null {
  const known = respondedOnTime + respondedLate + overdue;
  return known === 0 ? null : respondedOnTime / known;
}
